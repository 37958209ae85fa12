package gradus.jupyter;

import gradus.catalogue.Entry;
import gradus.catalogue.Room;
import gradus.datasets.DataFile;
import gradus.datasets.DataFolder;
import gradus.datasets.DataSet;
import gradus.datasets.Datasets;
import gradus.datasets.Download;
import gradus.datasets.DownloadFailed;
import gradus.datasets.Manifest;
import gradus.grader.FigureRun;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Report;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.grader.worker.Device;
import gradus.grader.worker.Equipment;
import gradus.grader.workspace.Progress;
import gradus.grader.workspace.Workspace;
import gradus.jupyter.show.Display;
import gradus.jupyter.show.Displays;
import gradus.jupyter.show.Graded;
import gradus.jupyter.show.Note;
import gradus.jupyter.show.Showable;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the lab does when a cell asks it. */
public final class Desk {
    private final Path home;
    private final Workspace workspace;
    private final Host host;
    private @Nullable Checkout checkout;
    private volatile @Nullable Judge judge;

    /**
     * @param home root folder of the lab
     * @param workspace the learner's folder
     */
    public Desk(Path home, Path workspace, Host host) {
        this.home = home;
        this.workspace = new Workspace(workspace);
        this.host = host;
    }

    /** The desk of the lab that the variables of this process name. */
    public static Desk of(Path home, Map<String, String> environment, Host host) {
        String named = environment.getOrDefault("GRADUS_WORKSPACE", "");
        return new Desk(home, named.isEmpty() ? home.resolve("workspace") : Path.of(named), host);
    }

    private Checkout checkout() {
        if (checkout == null) {
            checkout = Checkout.open(home, Device.AUTO, host::say);
        }
        return checkout;
    }

    /** Shows something now. */
    void show(Object value) {
        host.show(Displays.of(value).orElseGet(() -> Display.of(String.valueOf(value))));
    }

    // Rooms.

    Showable start(String id) {
        Room room = room(id);
        workspace.start(room, checkout().roadmap().prerequisites(room));
        RoomClasses classes = RoomClasses.of(checkout(), room);
        List<Path> entries = new ArrayList<>(classes.libraries());
        if (!classes.prerequisites().isEmpty()) {
            entries.add(folderOf(prerequisites(room, classes)));
        }
        host.addToClassPath(entries);
        Source main = files(room).get(0);
        List<String> words = new ArrayList<>(List.of(
                room.title() + " is ready: level " + room.level() + ", about " + room.minutes() + " minutes.",
                "Fill in what is marked with TODO in the cell of " + simpleName(main) + ", run it, then `Lab.check(\""
                        + room.id() + "\")`."));
        absentData(room).ifPresent(words::add);
        return Note.words(words.toArray(String[]::new));
    }

    private static Optional<String> absentData(Room room) {
        DataFolder folder = DataFolder.of(System.getProperties(), System.getenv());
        List<String> absent = room.datasets().stream()
                .map(Manifest.ofLab()::set)
                .flatMap(Optional::stream)
                .filter(set -> !isHere(folder, set))
                .map(set -> "`Lab.data(\"" + set.name() + "\")`")
                .toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("Not all of its data are on this machine. What can be had: " + String.join(", ", absent)
                        + ". Checks that lack them do not count.");
    }

    /** The classes of the rooms that a room stands on: the learner's where they solved one and it compiles. */
    private Map<String, byte[]> prerequisites(Room room, RoomClasses classes) {
        List<Source> solved = workspace.solved(checkout().roadmap().prerequisites(room));
        List<Path> classPath =
                Equipment.of(room, classes.libraries(), checkout().device()).classPath();
        return !solved.isEmpty()
                        && Compiler.compile(solved, classPath, classes.prerequisites())
                                instanceof Compilation.Compiled compiled
                ? RoomClasses.together(classes.prerequisites(), compiled.files())
                : classes.prerequisites();
    }

    private static Path folderOf(Map<String, byte[]> classes) {
        try {
            Path folder = Files.createTempDirectory("gradus-classes");
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue()).toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Graded check(String id, @Nullable Long seed, boolean full) {
        Room room = room(id);
        Handed handed = handed(room);
        boolean counts = handed instanceof Handed.Cells;
        if (counts && (workspace.progress().of(room.id()) == null || !workspace.isStarted(room))) {
            workspace.start(room, checkout().roadmap().prerequisites(room));
        }
        long drawn = seed != null ? seed : Settings.newSeed();
        Judge own = new Judge(checkout());
        judge = own;
        Outcome outcome;
        try {
            outcome = Apart.run(
                    () -> own.check(room, submission(room, handed), new Settings(drawn, full, this::headway)));
        } finally {
            judge = null;
            host.progress("");
        }
        List<String> notes = new ArrayList<>();
        UnaryOperator<String> places = UnaryOperator.identity();
        if (handed instanceof Handed.Cells cells) {
            places = cells.places();
            workspace.save(workspace.progress().after(room.id(), outcome));
            if (outcome instanceof Outcome.Passed) {
                notes.addAll(keep(cells));
            }
        } else {
            notes.add("This run is for practice: it does not count as progress, because this kernel does not tell the"
                    + " lab what stands in a cell. The kernel `Java (Gradus)` does, and so does `gradus check`.");
        }
        notes.add(
                outcome instanceof Outcome.Passed
                        ? "See what you made: `Lab.figure(\"" + room.id() + "\")`." + next(room)
                        : "Stuck? `Lab.hint(\"" + room.id() + "\")`. The same inputs again: `Lab.check(\"" + room.id()
                                + "\", " + drawn + ")`.");
        return Graded.of(room, outcome, notes, places);
    }

    private void headway(int done, int total, String what) {
        host.progress(done + " of " + total + ": " + what);
    }

    /** What passes becomes the learner's file, so that later rooms can stand on it. */
    private List<String> keep(Handed.Cells cells) {
        List<String> words = new ArrayList<>();
        List<Path> copies = workspace.put(cells.kept());
        words.add("Kept in your workspace as src/" + cells.kept().get(0).path() + ".");
        copies.forEach(copy ->
                words.add("The file that was there is now " + workspace.folder().relativize(copy) + " in it."));
        return words;
    }

    private String next(Room room) {
        return workspace.progress().ahead(checkout().roadmap().rooms(), room.id()).stream()
                .filter(other -> !other.equals(room))
                .findFirst()
                .map(other -> " Next: " + other.title() + ", in the notebook `" + other.id() + ".ipynb`.")
                .orElse("");
    }

    /** Keeps a fault of the lab for a report, and says where. */
    String fault(RuntimeException fault) {
        String what = "The lab itself failed: " + fault + ".";
        Path log = home.resolve(".gradus").resolve("fault.log");
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        try {
            AtomicFiles.write(log, trace.toString().getBytes(StandardCharsets.UTF_8));
            return what + " Details for a bug report are in " + log + ".";
        } catch (IOException e) {
            return what;
        }
    }

    /** Ends a check that is under way, from another thread. */
    public void cancel() {
        Judge running = judge;
        if (running != null) {
            running.cancel();
        }
    }

    private Handed handed(Room room) {
        return host.handed(room, files(room));
    }

    private Submission submission(Room room, Handed handed) {
        List<Source> solved = workspace.solved(checkout().roadmap().prerequisites(room));
        return handed instanceof Handed.Cells cells
                ? new Submission(cells.file(), cells.graded(), solved)
                : new Submission(
                        handed.file(),
                        List.of(),
                        solved,
                        RoomClasses.together(given(room), ((Handed.Classes) handed).files()));
    }

    /** Classes of the room in which nothing is left to write. */
    private Map<String, byte[]> given(Room room) {
        Map<String, byte[]> given =
                new TreeMap<>(RoomClasses.of(checkout(), room).starter());
        RoomClasses.read(room, room.sources()).stream()
                .filter(Starter::isMarked)
                .map(Source::className)
                .forEach(name -> given.keySet().removeIf(each -> each.equals(name) || each.startsWith(name + "$")));
        return given;
    }

    /** A room's starters, those with parts for the learner first. */
    private static List<Source> files(Room room) {
        return RoomClasses.read(room, room.sources()).stream()
                .sorted(Comparator.comparing(source -> !Starter.isMarked(source)))
                .map(Starter::of)
                .toList();
    }

    private static String simpleName(Source source) {
        return source.fileName().replace(".java", "");
    }

    // Help.

    Showable hint(String id, @Nullable Integer step) {
        Room room = room(id);
        Progress progress = workspace.progress();
        Progress.OfRoom done = progress.of(room.id());
        List<String> hints = room.hints();
        int shown = done == null ? 0 : done.hints();
        int wanted = step != null ? step : Math.min(shown + 1, hints.size());
        if (wanted < 1 || wanted > hints.size()) {
            throw new LabError(room.id() + " has hints 1 to " + hints.size() + ", but not " + wanted + ".");
        }
        workspace.save(progress.hinted(room.id(), wanted));
        String title = "Hint " + wanted + " of " + hints.size() + " for " + room.title();
        String text = hints.get(wanted - 1);
        String after = wanted < hints.size()
                ? "Think first, then try. Run the cell again for the next one."
                : "That was the last one. The whole solution: `Lab.solution(\"" + room.id() + "\")`.";
        return new Note(Display.markdown(
                title + "\n\n" + String.join("\n", Report.wrapMarkdown(text)) + "\n\n" + after.replace("`", ""),
                "**" + title + "**\n\n" + text + "\n\n" + after));
    }

    Showable solution(String id, boolean anyway) {
        Room room = room(id);
        boolean isSolved = workspace.progress().isSolved(room);
        if (!isSolved && !anyway) {
            return Note.words("You have not solved " + room.id() + " yet. `Lab.hint(\"" + room.id()
                    + "\")` gives a smaller push. To see the solution all the same: `Lab.solution(\"" + room.id()
                    + "\", true)`.");
        }
        StringBuilder text = new StringBuilder();
        for (Source source : RoomClasses.read(room, room.sources())) {
            text.append(source.text().strip()).append("\n\n");
        }
        return Note.code(text.toString().strip());
    }

    Showable figure(String id, List<String> settings) {
        Room room = room(id);
        FigureRun figure = figureOf(room);
        Handed handed = handed(room);
        FigureRun.Result result = Apart.run(() -> figure.draw(submission(room, handed), chosen(figure, settings)));
        if (result instanceof FigureRun.Result.Drawn drawn) {
            return drawn(room, "figure", figure, drawn);
        }
        String reason = ((FigureRun.Result.NotDrawn) result).reason();
        return Note.words(
                handed instanceof Handed.Cells cells ? cells.places().apply(reason) : reason,
                "The reference's picture: `Lab.reference(\"" + room.id() + "\")`.");
    }

    Showable reference(String id, List<String> settings) {
        Room room = room(id);
        FigureRun figure = figureOf(room);
        FigureRun.Result result = Apart.run(() -> figure.drawReference(chosen(figure, settings)));
        return result instanceof FigureRun.Result.Drawn drawn
                ? drawn(room, "reference", figure, drawn)
                : Note.words(((FigureRun.Result.NotDrawn) result).reason());
    }

    private FigureRun figureOf(Room room) {
        return FigureRun.of(checkout(), room)
                .orElseThrow(() -> new LabError("The room " + room.id() + " has no figure."));
    }

    private static Showable drawn(Room room, String call, FigureRun figure, FigureRun.Result.Drawn drawn) {
        List<String> turns = figure.parameters().stream()
                .map(parameter -> "Turn it: `Lab." + call + "(\"" + room.id() + "\", \"" + parameter.name() + "="
                        + parameter.initialText() + "\")` (" + parameter.label() + ": " + parameter.rule() + ")")
                .toList();
        Display display = Displays.of(drawn.drawing()).orElseThrow();
        return new Note(display.followedBy(turns));
    }

    private static Map<String, String> chosen(FigureRun figure, List<String> settings) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new LabError("A setting must read name=value, but was '" + setting + "'.");
            }
            chosen.put(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip());
        }
        return figure.withTables(chosen, Path.of(""));
    }

    // Where the learner is, and data.

    Showable progress() {
        Progress progress = workspace.progress();
        List<List<String>> rows = new ArrayList<>();
        for (Room room : checkout().roadmap().rooms()) {
            Progress.OfRoom done = progress.of(room.id());
            rows.add(List.of(
                    room.id(),
                    room.title(),
                    progress.word(room.id()).replace('-', ' '),
                    done == null || done.maxScore() == 0 ? "-" : done.score() + " of " + done.maxScore(),
                    done == null ? "0" : String.valueOf(done.runs()),
                    done == null ? "0" : String.valueOf(done.hints())));
        }
        long solved =
                checkout().roadmap().rooms().stream().filter(progress::isSolved).count();
        return Note.table(
                solved + " of " + rows.size() + " rooms solved, in " + workspace.folder(),
                List.of("room", "title", "status", "points", "runs", "hints"),
                rows);
    }

    Showable data() {
        DataFolder folder = DataFolder.of(System.getProperties(), System.getenv());
        Map<String, List<String>> rooms = new TreeMap<>();
        checkout()
                .roadmap()
                .rooms()
                .forEach(room -> room.datasets()
                        .forEach(name -> rooms.computeIfAbsent(name, set -> new ArrayList<>())
                                .add(room.id())));
        List<List<String>> rows = new ArrayList<>();
        rooms.forEach((name, users) -> Manifest.ofLab()
                .set(name)
                .ifPresent(set -> rows.add(List.of(
                        name, set.title(), isHere(folder, set) ? "here" : "not here", String.join(", ", users)))));
        return Note.table(
                "Data sets of the rooms, in " + folder.path(), List.of("name", "title", "files", "rooms"), rows);
    }

    private static boolean isHere(DataFolder folder, DataSet set) {
        return set.files().stream()
                .allMatch(file -> folder.look(file) == DataFolder.Presence.PRESENT || Datasets.isPacked(file.path()));
    }

    Showable data(String name) {
        DataSet set = Manifest.ofLab()
                .set(name)
                .orElseThrow(() -> new LabError("There is no data set '" + name
                        + "'. `Lab.data()` lists those of the rooms, `gradus data list` all.".replace("`", "")));
        DataFolder folder = DataFolder.of(System.getProperties(), System.getenv());
        Download download = new Download(folder);
        try {
            for (DataFile file : set.files()) {
                Apart.run(() -> download.fetch(
                        set,
                        file,
                        false,
                        (bytes, total) ->
                                host.progress(file.path() + ": " + bytes / 1000 + " of " + total / 1000 + " kB")));
            }
        } catch (Apart.Failed e) {
            if (e.getCause() instanceof DownloadFailed failed) {
                throw new LabError(String.valueOf(failed.getMessage()));
            }
            throw e;
        } finally {
            host.progress("");
        }
        List<List<String>> rows = set.files().stream()
                .map(file -> List.of(
                        file.path(),
                        folder.look(file) == DataFolder.Presence.PRESENT
                                ? "here"
                                : "nobody offers it; set GRADUS_DATA to a folder that holds it"))
                .toList();
        return Note.table(
                set.title() + ". Licence: " + set.licence() + ". In " + folder.path(), List.of("file", ""), rows);
    }

    private Room room(String id) {
        Optional<Entry> entry = checkout().roadmap().entry(id);
        if (entry.isPresent() && entry.get() instanceof Room room) {
            return room;
        } else if (entry.isPresent()) {
            throw new LabError(
                    "The room " + id + " is planned, but not built yet. Lab.progress() lists those that are.");
        }
        List<String> nearest = checkout().roadmap().nearest(id);
        throw new LabError("There is no room '" + id + "'."
                + (nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?")
                + " Lab.progress() lists all rooms.");
    }
}
