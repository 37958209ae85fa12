package gradus.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import gradus.catalogue.Compiled;
import gradus.catalogue.Entry;
import gradus.catalogue.LearnersPack;
import gradus.catalogue.Planned;
import gradus.catalogue.Room;
import gradus.catalogue.Spelling;
import gradus.cli.daemon.Call;
import gradus.datasets.DataFolder;
import gradus.datasets.DataSet;
import gradus.datasets.Manifest;
import gradus.grader.Ink;
import gradus.grader.Report;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.source.Source;
import gradus.grader.worker.Device;
import gradus.grader.worker.Gpus;
import gradus.grader.worker.Spare;
import gradus.grader.workspace.Reading;
import gradus.grader.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all commands of one call share: where the lab and the workspace are, and where words go. */
final class Session implements Console {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private final Path home;
    private final Path folder;
    private final Map<String, String> environment;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean isTerminal;
    private final Ink ink;
    private final String command;
    private @Nullable Path workspaceOption;
    private Device device = Device.AUTO;
    private @Nullable Checkout checkout;
    private @Nullable Manifest manifest;
    private @Nullable Spare spare;
    private @Nullable Runnable whenCancelled;
    private boolean isCancelled;

    Session(Path home, Call call, InputStream in, PrintStream out, PrintStream err) {
        this.home = home;
        this.folder = call.folder();
        this.environment = call.environment();
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.isTerminal = call.isTerminal();
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        this.ink = isTerminal && !noColour ? new Colours() : Ink.PLAIN;
        this.command = call.command();
    }

    @Override
    public Path home() {
        return home;
    }

    /** Where the command was typed: paths that it names begin there. */
    @Override
    public Path folder() {
        return folder;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Has workers ready, where there will be more commands. */
    Session with(Spare ready) {
        spare = ready;
        return this;
    }

    @Nullable
    Spare spare() {
        return spare;
    }

    /** Says what ends the work that begins now. */
    @Override
    public synchronized void cancelBy(Runnable end) {
        whenCancelled = end;
        if (isCancelled) {
            end.run();
        }
    }

    /** Ends the work of this session soon, from another thread. */
    synchronized void cancel() {
        isCancelled = true;
        if (whenCancelled != null) {
            whenCancelled.run();
        }
    }

    @Override
    public boolean isTerminal() {
        return isTerminal;
    }

    Ink ink() {
        return ink;
    }

    /** A command line of this lab, as the user would type it. */
    @Override
    public String call(String rest) {
        return command + " " + rest;
    }

    void useWorkspace(Path folder) {
        workspaceOption = folder;
    }

    /** Lets rooms with DJL compute on a device. */
    void useDevice(Device wanted) {
        if (wanted == Device.GPU && Gpus.names().isEmpty()) {
            throw new Usage(
                    "There is no GPU that CUDA could use: NVIDIA's driver (nvidia-smi) lists none. With --device"
                            + " auto or cpu the room runs on the CPU.");
        }
        device = wanted;
        checkout = null;
    }

    @Override
    public Checkout checkout() {
        if (checkout == null) {
            checkout = Checkout.open(home, ownRooms(), device, this::complain);
        }
        return checkout;
    }

    /** What this lab is, if it is a learners' pack. */
    Optional<LearnersPack> pack() {
        return LearnersPack.in(home);
    }

    /** Says to somebody who solved all rooms that it is so. */
    String allSolved() {
        return pack().isPresent() ? "All rooms of this assignment are solved." : "All rooms that are built are solved.";
    }

    /** A folder with rooms besides those of the lab, if there is one. */
    private List<Path> ownRooms() {
        String named = environment.getOrDefault("GRADUS_ROOMS", "");
        if (named.isEmpty()) {
            return List.of();
        }
        Path rooms = folder.resolve(named).normalize();
        if (!Files.isRegularFile(rooms.resolve("roadmap.yaml"))) {
            throw new Usage("GRADUS_ROOMS names " + rooms + ", but there is no roadmap.yaml in it. Let it name a folder"
                    + " made like the lab's exercises, or unset it.");
        }
        return List.of(rooms);
    }

    Workspace workspace() {
        String named = environment.get("GRADUS_WORKSPACE");
        if (workspaceOption != null) {
            return new Workspace(workspaceOption);
        } else if (named != null && !named.isEmpty()) {
            return new Workspace(folder.resolve(named));
        }
        return new Workspace(home.resolve("workspace"));
    }

    /** Starts a room and returns the file to open. */
    Path start(Room room) {
        Workspace workspace = workspace();
        pack().ifPresent(pack -> workspace.takePom(home));
        return workspace.start(room, checkout().roadmap().prerequisites(room));
    }

    /** Starts a room that was never started here. */
    void startIfNew(Room room) {
        Workspace workspace = workspace();
        if (workspace.progress().of(room.id()) == null
                || !workspace.folder().resolve("src").toFile().exists()) {
            start(room);
        }
    }

    /** Reads the learner's files of a room, and of the prerequisites that they solved. */
    Reading read(Room room) {
        Workspace workspace = workspace();
        Reading reading = workspace.read(room);
        if (!(reading instanceof Reading.Read read)) {
            return reading;
        }
        List<Source> solved = workspace.solved(checkout().roadmap().prerequisites(room));
        return new Reading.Read(
                new Submission(read.submission().file(), read.submission().sources(), solved));
    }

    /** The room that is meant: the named one, else the one that was worked on last. */
    Room room(@Nullable String id) {
        String wanted = id != null ? id : workspace().progress().current();
        if (wanted == null) {
            throw new Usage("Which room? '" + call("roadmap") + "' lists them, '" + call("start " + example())
                    + "' starts one.");
        }
        Optional<Entry> entry = checkout().roadmap().entry(wanted);
        if (entry.isPresent() && entry.get() instanceof Room room) {
            return room;
        } else if (entry.isPresent() && entry.get() instanceof Planned planned) {
            throw new Usage("The room " + planned.id() + " (" + planned.title() + ") is planned, but not built yet. '"
                    + call("roadmap") + "' shows which rooms are there.");
        }
        if (entry.isPresent() && entry.get() instanceof Compiled compiled) {
            throw new Usage(
                    "The room " + compiled.id() + " (" + compiled.title() + ") is not assigned: this pack holds it"
                            + " for others to stand on. '" + call("roadmap") + "' lists the rooms to solve.");
        }
        throw new Usage("There is no room '" + wanted + "'."
                + didYouMean(checkout().roadmap().nearest(wanted)) + " '" + call("roadmap") + "' lists all rooms.");
    }

    /** A room to begin with. */
    private String example() {
        return checkout()
                .roadmap()
                .room("pca")
                .or(() -> checkout().roadmap().rooms().stream().findFirst())
                .map(Room::id)
                .orElse("ROOM");
    }

    /** Names that an unknown one may have been meant for, as a question; nothing where there are none. */
    static String didYouMean(List<String> nearest) {
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** Where help goes. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** Says what does not belong to the answer: errors, and what takes long. */
    @Override
    public void complain(String text) {
        err.println(text);
    }

    /** Where progress is shown that is written over. */
    PrintStream err() {
        return err;
    }

    @Override
    public Progress progress() {
        return new ProgressLine(this);
    }

    @Override
    public void view(String address) {
        if (isTerminal) {
            Viewer.open(address, environment);
        }
    }

    /** Uses other data sets than those of the lab. */
    void useManifest(Manifest other) {
        manifest = other;
    }

    Manifest manifest() {
        return manifest != null ? manifest : Manifest.ofLab();
    }

    DataFolder dataFolder() {
        return DataFolder.of(System.getProperties(), environment);
    }

    /** The data sets of those names. */
    List<DataSet> dataSets(List<String> names) {
        return names.stream().distinct().map(this::dataSet).toList();
    }

    private DataSet dataSet(String name) {
        return manifest().set(name).orElseThrow(() -> {
            List<String> nearest = Spelling.nearest(
                    name, manifest().sets().stream().map(DataSet::name).toList());
            return new Usage("There is no data set '" + name + "'." + didYouMean(nearest) + " '" + call("data list")
                    + "' lists all sets.");
        });
    }

    @Override
    public void say(String text) {
        out.println(text);
    }

    /** Says where copies of the learner's files are. */
    void sayKept(List<Path> copies) {
        copies.forEach(copy -> say("Your file was kept as " + copy + "."));
    }

    /** Says text in lines of at most 80 columns. */
    @Override
    public void tell(String text) {
        Report.wrap(text, 0).forEach(out::println);
    }

    @Override
    public void json(JsonElement json) {
        out.println(GSON.toJson(json));
    }

    /** Asks a question that is answered with yes or no; no is the default. */
    @Override
    public boolean confirm(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        try {
            String answer = in.readLine();
            return answer != null
                    && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for Enter. */
    void pause() {
        out.print(ink.faint("Press Enter to go on. "));
        out.flush();
        try {
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
