package gradus.classroom.results.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.catalogue.Room;
import gradus.classroom.Digest;
import gradus.classroom.results.RoomGrade;
import gradus.grader.FigureRun;
import gradus.grader.Submission;
import gradus.grader.compiler.SandboxedCompiler;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.sandbox.NoSandbox;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import gradus.grader.worker.Equipment;
import gradus.kit.AtomicFiles;
import gradus.kit.figure.CannotDraw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Draws what learners' code does, compiled and run in sandboxes alone, and remembers it. Nothing is drawn of a
 * submission without points or with refusals, of a room without a figure, or of one that has to train for its figure.
 */
public final class Figures implements AutoCloseable {
    /** Code that has not begun yet when it is to end has to be told again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Checkout checkout;
    private final Path folder;
    private final Duration limit;
    private final SandboxedCompiler compiler = new SandboxedCompiler();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "limit of figures");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param folder where drawings are remembered
     * @param limit wall time that one figure may take
     */
    public Figures(Checkout checkout, Path folder, Duration limit) {
        this.checkout = checkout;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * The figure of a submission, remembered or drawn.
     *
     * @param grade what the room was graded with
     * @param sources the same files, as they were graded
     * @return nothing where it can't be drawn
     * @throws IOException if the folder can't be read or written
     */
    public Optional<Picture> of(RoomGrade grade, List<Source> sources) throws IOException {
        Optional<Room> room = checkout.roadmap().room(grade.room());
        if (room.isEmpty() || grade.score() == 0 || !grade.refusals().isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(
                new Digest().with(grade.files()).with(grade.roomVersion()).hex() + ".json");
        if (Files.isRegularFile(file)) {
            return remembered(Files.readString(file));
        }
        return draw(room.get(), sources, file);
    }

    private Optional<Picture> draw(Room room, List<Source> sources, Path file) throws IOException {
        try {
            Optional<FigureRun> figure = FigureRun.of(checkout, room, Confinement.SANDBOXED);
            if (figure.isEmpty() || figure.get().isTraining()) {
                return Optional.empty();
            }
            Drawn drawn = compile(room, sources)
                    .map(submission -> draw(figure.get(), submission))
                    .orElse(Drawn.NOTHING);
            if (!drawn.isCut()) {
                remember(file, drawn.picture());
            }
            return drawn.picture();
        } catch (NoSandbox | CannotDraw e) {
            return Optional.empty();
        }
    }

    private Optional<Submission> compile(Room room, List<Source> sources) {
        RoomClasses classes = RoomClasses.of(checkout, room);
        List<Path> classPath =
                Equipment.of(room, classes.libraries(), checkout.device()).classPath();
        Salvage salvage = compiler.compile(
                sources, classPath, classes.prerequisites(), classes.starter().keySet());
        return salvage instanceof Salvage.Saved saved
                ? Optional.of(new Submission(Path.of(room.id()), sources, List.of(), saved.files()))
                : Optional.empty();
    }

    /** @param isCut whether it took too long: another time it may not */
    private record Drawn(Optional<Picture> picture, boolean isCut) {
        private static final Drawn NOTHING = new Drawn(Optional.empty(), false);
    }

    private Drawn draw(FigureRun figure, Submission submission) {
        long start = System.nanoTime();
        ScheduledFuture<?> end =
                clock.scheduleWithFixedDelay(figure::cancel, limit.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        try {
            FigureRun.Result result = figure.draw(submission, Map.of());
            return result instanceof FigureRun.Result.Drawn drawn
                    ? new Drawn(Optional.of(Picture.of(drawn.drawing())), false)
                    : new Drawn(Optional.empty(), isOver(start));
        } catch (NoSandbox | CannotDraw e) {
            throw e;
        } catch (RuntimeException e) { // what a learner's code returned may break a chart in many ways
            return new Drawn(Optional.empty(), isOver(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end.cancel(false);
        }
    }

    private boolean isOver(long start) {
        return System.nanoTime() - start >= limit.toNanos();
    }

    private static void remember(Path file, Optional<Picture> picture) throws IOException {
        JsonObject json = new JsonObject();
        picture.ifPresent(drawn -> {
            json.addProperty("title", drawn.title());
            json.addProperty("description", drawn.description());
            json.addProperty("width", drawn.width());
            json.addProperty("height", drawn.height());
            json.addProperty("png", Base64.getEncoder().encodeToString(drawn.png()));
        });
        AtomicFiles.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An empty object is what could not be drawn. */
    private static Optional<Picture> remembered(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(new Picture(
                        json.get("title").getAsString(),
                        json.get("description").getAsString(),
                        Base64.getDecoder().decode(json.get("png").getAsString()),
                        json.get("width").getAsInt(),
                        json.get("height").getAsInt()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        compiler.close();
    }
}
