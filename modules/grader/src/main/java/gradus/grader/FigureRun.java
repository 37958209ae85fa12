package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Spare;
import gradus.grader.worker.WorkerLost;
import gradus.grader.worker.Workers;
import gradus.kit.NotAttempted;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Values;
import gradus.worker.MissingMember;
import java.nio.file.Path;
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

    private final Room room;
    private final RoomClasses classes;
    private final Equipment equipment;
    private final String className;
    private final @Nullable Spare spare;

    private FigureRun(Room room, RoomClasses classes, Equipment equipment, String className, @Nullable Spare spare) {
        this.room = room;
        this.classes = classes;
        this.equipment = equipment;
        this.className = className;
        this.spare = spare;
    }

    /** The same, with workers that wait between drawings. */
    public FigureRun with(Spare ready) {
        return new FigureRun(room, classes, equipment, className, ready);
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
            return new FigureRun(room, classes, equipment, room.packageName() + "." + simple, null);
        });
    }

    /** What can be chosen. */
    public List<Parameter> parameters() {
        return figure(loader()).parameters();
    }

    /**
     * Draws the learner's series beside the reference's.
     *
     * @param chosen values of parameters by name
     * @throws IllegalArgumentException if a value does not fit its parameter
     */
    public Result draw(Submission submission, Map<String, String> chosen) {
        CheckLoader loader = loader();
        Map<String, byte[]> prerequisites = submission.prerequisites(classes, equipment.classPath());
        Compilation compilation = submission.compiled().isEmpty()
                ? Compiler.compile(submission.sources(), equipment.classPath(), prerequisites)
                : new Compilation.Compiled(submission.compiled());
        if (compilation instanceof Compilation.Broken broken) {
            return new Result.NotDrawn("Your file does not compile yet:\n"
                    + broken.problems().get(0).inWords());
        }
        try (Workers workers = new Workers(equipment, spare);
                ReferenceSide reference = new ReferenceSide(room, classes, equipment, loader)) {
            workers.define(RoomClasses.together(prerequisites, ((Compilation.Compiled) compilation).files()));
            Watch watch = new Watch(workers::end);
            loader.connect(new JudgePeer(loader, workers, watch), reference.peer());
            watch.begin();
            workers.begin();
            return draw(loader, chosen, new Places(room.packageName(), submission.sources()), true);
        }
    }

    /** Draws the reference's series alone. */
    public Result drawReference(Map<String, String> chosen) {
        CheckLoader loader = loader();
        try (ReferenceSide reference = new ReferenceSide(room, classes, equipment, loader)) {
            loader.connect(reference.peer(), reference.peer());
            return draw(loader, chosen, new Places(room.packageName(), List.of()), false);
        }
    }

    private CheckLoader loader() {
        return new CheckLoader(classes.surface(), classes.judge(), FigureRun.class.getClassLoader());
    }

    private Result draw(CheckLoader loader, Map<String, String> chosen, Places places, boolean beside) {
        Figure<Object> figure = figure(loader);
        Values values = Values.of(figure.parameters(), chosen);
        Object yours;
        try {
            yours = figure.series(values);
        } catch (NotAttempted e) {
            return new Result.NotDrawn("The figure needs a part that is not written yet: " + where(e) + ".");
        } catch (MissingMember e) {
            return new Result.NotDrawn("The figure cannot be drawn: " + e.getMessage() + ".");
        } catch (WorkerLost e) {
            return new Result.NotDrawn(new Words(places).of(e));
        } catch (RuntimeException | AssertionError e) {
            return new Result.NotDrawn(new Words(places).of(e, beside));
        }
        return new Result.Drawn(figure.draw(values, yours, beside ? reference(loader, figure, values) : null));
    }

    private static @Nullable Object reference(CheckLoader loader, Figure<Object> figure, Values values) {
        try {
            return loader.onReference(() -> figure.series(values));
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

    @SuppressWarnings("unchecked")
    private Figure<Object> figure(CheckLoader loader) {
        try {
            var constructor = loader.loadClass(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Figure<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    className + " must implement Figure and have a constructor without parameters", e);
        }
    }
}
