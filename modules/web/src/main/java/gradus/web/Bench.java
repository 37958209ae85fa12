package gradus.web;

import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.Headway;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.source.Source;
import gradus.grader.worker.Spare;
import gradus.grader.workspace.Progress;
import gradus.grader.workspace.Reading;
import gradus.grader.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a learner does in a room: the files of the workspace, checks, hints and figures. */
final class Bench implements AutoCloseable {
    /**
     * A file of the learner as a page has it.
     *
     * @param path below the workspace's source root, with slashes
     * @param version tells texts apart
     */
    record File(String path, String text, String version) {}

    /**
     * A file that cannot be saved, because another program changed it.
     *
     * @param file what stands there now
     */
    record Conflict(File file) {}

    private final Checkout checkout;
    private final Workspace workspace;
    private final Spare checking = new Spare();
    private final Spare drawing = new Spare();

    /** By the tab that asked. */
    private final Map<String, Judge> judges = new ConcurrentHashMap<>();

    private final Map<String, FigureRun> figures = new ConcurrentHashMap<>();

    private final FigureShelf shelf;

    Bench(Checkout checkout, Workspace workspace) {
        this.checkout = checkout;
        this.workspace = workspace;
        this.shelf = new FigureShelf(checkout);
    }

    Checkout checkout() {
        return checkout;
    }

    Workspace workspace() {
        return workspace;
    }

    Room room(String id) {
        return checkout.roadmap().room(id).orElseThrow(() -> new Trouble(404, "trouble.room", id));
    }

    Room start(String id) {
        Room room = room(id);
        if (workspace.progress().of(id) == null || !workspace.isStarted(room)) {
            workspace.start(room, checkout.roadmap().prerequisites(room));
        }
        return room;
    }

    /** The files in which there is something to write. */
    List<File> files(Room room) {
        Path sources = workspace.folder().resolve("src");
        List<String> wanted = workspace.filesToEdit(room).stream()
                .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                .toList();
        List<Source> read = read(room).sources();
        List<File> files = new ArrayList<>();
        for (String path : wanted) {
            for (Source source : read) {
                if (source.path().equals(path)) {
                    files.add(new File(path, source.text(), version(source.text())));
                }
            }
        }
        return files;
    }

    private static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes what a page changed.
     *
     * @param changed with the version that the page began with
     * @return the first file that another program changed meanwhile; it and those after it are not written
     */
    Optional<Conflict> save(Room room, List<File> changed) {
        List<String> known = files(room).stream().map(File::path).toList();
        for (File file : changed) {
            if (!known.contains(file.path())) {
                throw new Trouble(400, "trouble.file", file.path());
            }
            Optional<String> other = workspace.edit(
                    new Source(file.path(), file.text()),
                    text -> version(text).equals(file.version()) || text.equals(file.text()));
            if (other.isPresent()) {
                return Optional.of(new Conflict(new File(file.path(), other.get(), version(other.get()))));
            }
        }
        return Optional.empty();
    }

    /** Puts a page's text into a file that another program changed. The other text is kept. */
    Path replace(Room room, File file) {
        return onlyOf(room, file, () -> workspace.put(List.of(new Source(file.path(), file.text()))));
    }

    /** Keeps a page's text that gives way to the file's. */
    Path keep(Room room, File file) {
        return onlyOf(room, file, () -> List.of(workspace.keep(new Source(file.path(), file.text()))));
    }

    private Path onlyOf(Room room, File file, Supplier<List<Path>> work) {
        if (files(room).stream().noneMatch(known -> known.path().equals(file.path()))) {
            throw new Trouble(400, "trouble.file", file.path());
        }
        return work.get().stream().findFirst().orElse(workspace.folder());
    }

    List<Path> reset(Room room) {
        return workspace.reset(room);
    }

    /** Grades what is saved. What the same tab asked for before is broken off. */
    Outcome check(Room room, String tab, boolean full, Headway headway) {
        Judge judge = new Judge(checkout, checking);
        Judge before = judges.put(tab, judge);
        if (before != null) {
            before.cancel();
        }
        try {
            Outcome outcome = judge.check(room, submission(room), new Settings(Settings.newSeed(), full, headway));
            if (judges.get(tab) == judge) {
                save(room, outcome);
            }
            return outcome;
        } finally {
            judges.remove(tab, judge);
        }
    }

    private synchronized void save(Room room, Outcome outcome) {
        workspace.save(workspace.progress().after(room.id(), outcome));
    }

    /** Ends what a tab asked for. */
    void cancel(String tab) {
        Judge judge = judges.remove(tab);
        if (judge != null) {
            judge.cancel();
        }
    }

    private Submission read(Room room) {
        Reading reading = workspace.read(room);
        if (reading instanceof Reading.Unreadable unreadable) {
            throw new Trouble(409, "trouble.unreadable", unreadable.reason());
        }
        return ((Reading.Read) reading).submission();
    }

    private Submission submission(Room room) {
        Submission read = read(room);
        return new Submission(
                read.file(), read.sources(), workspace.solved(checkout.roadmap().prerequisites(room)));
    }

    /** The steps of the hint ladder that were shown so far. */
    List<String> hints(Room room) {
        Progress.OfRoom done = workspace.progress().of(room.id());
        List<String> all = room.hints();
        return all.subList(0, Math.min(done == null ? 0 : done.hints(), all.size()));
    }

    /** One step more. */
    synchronized List<String> nextHint(Room room) {
        int next = Math.min(hints(room).size() + 1, room.hints().size());
        workspace.save(workspace.progress().hinted(room.id(), next));
        return hints(room);
    }

    /** @throws Trouble if the room has none */
    FigureRun figure(Room room) {
        return shelf.figure(room)
                .map(figure -> figure.with(drawing))
                .orElseThrow(() -> new Trouble(404, "trouble.figure", room.id()));
    }

    /**
     * Draws what is saved. What the same tab asked for before is broken off.
     *
     * @param isReference whether the reference is drawn alone
     */
    FigureRun.Result draw(
            Room room,
            FigureRun figure,
            String tab,
            Map<String, String> chosen,
            boolean isReference,
            FigureRun.Training training) {
        FigureRun before = figures.put(tab, figure);
        if (before != null) {
            before.cancel();
        }
        try {
            return isReference
                    ? figure.drawReference(chosen, training)
                    : figure.draw(submission(room), chosen, training);
        } finally {
            figures.remove(tab, figure);
        }
    }

    /** Ends the figure that a tab asked for. */
    void cancelFigure(String tab) {
        FigureRun figure = figures.remove(tab);
        if (figure != null) {
            figure.cancel();
        }
    }

    @Override
    public void close() {
        judges.values().forEach(Judge::cancel);
        figures.values().forEach(FigureRun::cancel);
        checking.close();
        drawing.close();
    }
}
