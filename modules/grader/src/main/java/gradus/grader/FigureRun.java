package gradus.grader;

import gradus.catalogue.Limits;
import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.source.Compilation;
import gradus.grader.source.Source;
import gradus.grader.standin.CheckLoader;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Spare;
import gradus.grader.worker.WorkerLost;
import gradus.grader.worker.Workers;
import gradus.kit.NotAttempted;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Csv;
import gradus.kit.figure.TrainingFigure;
import gradus.kit.figure.Values;
import gradus.worker.MissingMember;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws a room's figure from the learner's code, or from the reference. */
public final class FigureRun {
    /** What came of drawing. */
    public sealed interface Result {
        record Drawn(Drawing drawing) implements Result {}

        /** @param reason in one or two sentences */
        record NotDrawn(String reason) implements Result {}
    }

    /** Is told how a training figure gets on: first the learner's code, then the reference. */
    @FunctionalInterface
    public interface Training {
        /** Nobody listens. */
        Training UNHEARD = (isReference, done, total, loss) -> {};

        /** @param loss of the step that is done last */
        void step(boolean isReference, int done, int total, double loss);
    }

    private static final int MAX_FILE = 4 * Csv.MAX_LENGTH;

    private final RoomFigure figure;
    private final @Nullable Spare spare;
    private volatile boolean isCancelled;
    private volatile @Nullable Workers running;

    private FigureRun(RoomFigure figure, @Nullable Spare spare) {
        this.figure = figure;
        this.spare = spare;
    }

    /** Another run of the same figure, with workers that wait between drawings. */
    public FigureRun with(Spare ready) {
        return new FigureRun(figure, ready);
    }

    /** The figure of a room, if it has one. */
    public static Optional<FigureRun> of(Checkout checkout, Room room) {
        return of(checkout, room, Confinement.PLAIN);
    }

    /** The figure of a room, if it has one, drawn from code that is confined so. */
    public static Optional<FigureRun> of(Checkout checkout, Room room, Confinement confinement) {
        return room.figure().map(file -> {
            String simple = file.getFileName().toString().replace(".java", "");
            RoomClasses classes = RoomClasses.of(checkout, room);
            Equipment equipment =
                    Equipment.of(room, classes.libraries(), checkout.device()).confined(confinement);
            String className = room.packageName() + "." + simple;
            return new FigureRun(new RoomFigure(checkout, room, classes, equipment, className), null);
        });
    }

    /** What can be chosen. */
    public List<Parameter> parameters() {
        return figure.with(loaded -> loaded.figure().parameters());
    }

    /** Whether it takes many steps of training, so that it is drawn only when somebody asks for it. */
    public boolean isTraining() {
        return figure.with(loaded -> loaded.figure() instanceof TrainingFigure);
    }

    /**
     * What was chosen, with the text of the files in place of their names where a parameter is a table.
     *
     * @param chosen values of parameters by name
     * @param folder where relative names begin
     * @throws IllegalArgumentException if there is no such file, or it is too large or no text
     */
    public Map<String, String> withTables(Map<String, String> chosen, Path folder) {
        Map<String, String> texts = new LinkedHashMap<>(chosen);
        for (Parameter parameter : parameters()) {
            if (parameter instanceof Csv csv) {
                texts.computeIfPresent(csv.name(), (name, file) -> file.isEmpty() ? "" : text(csv, folder, file));
            }
        }
        return texts;
    }

    private static String text(Csv csv, Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(csv.name() + ": there is no file " + file);
            }
            if (Files.size(file) > MAX_FILE) {
                throw new IllegalArgumentException(csv.name() + " must be " + csv.rule() + ": " + file + " is larger");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(csv.name() + ": " + name + " is not text in UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(csv.name() + ": " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if a value does not fit its parameter */
    public void require(Map<String, String> chosen) {
        figure.with(loaded -> values(loaded.figure(), chosen));
    }

    private static Values values(Figure<Object> figure, Map<String, String> chosen) {
        Values values = Values.of(figure.parameters(), chosen);
        figure.require(values);
        return values;
    }

    /** Ends what is being drawn, from another thread. */
    public void cancel() {
        isCancelled = true;
        Workers workers = running;
        if (workers != null) {
            workers.cancel();
        }
    }

    /**
     * Draws the learner's series beside the reference's.
     *
     * @param chosen values of parameters by name
     * @throws IllegalArgumentException if a value does not fit its parameter
     */
    public Result draw(Submission submission, Map<String, String> chosen) {
        return draw(submission, chosen, Training.UNHEARD);
    }

    /**
     * Draws the learner's series beside the reference's.
     *
     * @param chosen values of parameters by name
     * @param training is told of the steps of a {@link TrainingFigure}
     * @throws IllegalArgumentException if a value does not fit its parameter
     */
    public Result draw(Submission submission, Map<String, String> chosen, Training training) {
        RoomFigure.Prepared prepared = figure.prepared(submission);
        if (prepared.compilation() instanceof Compilation.Broken broken) {
            return new Result.NotDrawn("Your file does not compile yet:\n"
                    + broken.problems().get(0).inWords());
        }
        Map<String, byte[]> classes =
                RoomClasses.together(prepared.prerequisites(), ((Compilation.Compiled) prepared.compilation()).files());
        return figure.with(loaded -> {
            boolean isLong = loaded.figure() instanceof TrainingFigure;
            Equipment equipment = figure.equipment();
            Limits limits = equipment.limits();
            try (Workers workers = new Workers(isLong ? equipment.with(limits.withFull(1)) : equipment, spare)) {
                workers.define(classes);
                Watch watch = new Watch(workers::end);
                loaded.connect(workers, watch);
                watch.begin();
                running = workers;
                workers.begin(isLong ? limits.full() : limits.check());
                Result result = draw(loaded, chosen, submission.sources(), true, training);
                if (result instanceof Result.Drawn && prepared.leavesNothing()) {
                    workers.passOn();
                }
                return result;
            } finally {
                running = null;
            }
        });
    }

    /** Draws the reference's series alone. */
    public Result drawReference(Map<String, String> chosen) {
        return drawReference(chosen, Training.UNHEARD);
    }

    /**
     * Draws the reference's series alone.
     *
     * @param training is told of the steps of a {@link TrainingFigure}
     */
    public Result drawReference(Map<String, String> chosen, Training training) {
        return figure.with(loaded -> draw(loaded, chosen, List.of(), false, training));
    }

    private Result draw(
            LoadedFigure loaded, Map<String, String> chosen, List<Source> sources, boolean beside, Training training) {
        Figure<Object> drawn = loaded.figure();
        Values values = values(drawn, chosen);
        Words words = new Words(new Places(figure.room().packageName(), sources));
        Object yours;
        try {
            yours = series(drawn, values, !beside, training);
        } catch (Cancelled e) {
            return new Result.NotDrawn("Stopped.");
        } catch (NoReference e) {
            return new Result.NotDrawn("The reference is not here, and so its picture cannot be drawn.");
        } catch (NotAttempted e) {
            return new Result.NotDrawn("The figure needs a part that is not written yet: " + where(e) + ".");
        } catch (MissingMember e) {
            return new Result.NotDrawn("The figure cannot be drawn: " + e.getMessage() + ".");
        } catch (WorkerLost e) {
            return new Result.NotDrawn(isCancelled ? "Stopped." : words.of(e));
        } catch (RuntimeException | AssertionError e) {
            return new Result.NotDrawn(isCancelled ? "Stopped." : words.of(e, beside));
        }
        try {
            return new Result.Drawn(
                    drawn.draw(values, yours, beside ? reference(loaded.loader(), drawn, values, training) : null));
        } catch (Cancelled e) {
            return new Result.NotDrawn("Stopped.");
        }
    }

    /** The end of a series that somebody stopped. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Object series(Figure<Object> drawn, Values values, boolean isReference, Training training) {
        if (!(drawn instanceof TrainingFigure<Object> trained)) {
            return drawn.series(values);
        }
        return trained.series(values, (done, total, loss) -> {
            if (isCancelled) {
                throw new Cancelled();
            }
            training.step(isReference, done, total, loss);
        });
    }

    private @Nullable Object reference(CheckLoader loader, Figure<Object> drawn, Values values, Training training) {
        try {
            return loader.onReference(() -> series(drawn, values, true, training));
        } catch (NoReference e) {
            return null;
        } catch (Cancelled e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the reference's series of the figure failed: " + e, e);
        }
    }

    private static String where(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length == 0
                ? "a TODO"
                : frames[0].getMethodName() + " (" + Path.of(String.valueOf(frames[0].getFileName())) + ":"
                        + frames[0].getLineNumber() + ")";
    }
}
