package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.standin.CheckLoader;
import gradus.grader.worker.Equipment;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a room. What takes long to make is kept for the next drawing: loaded classes, a compiled submission.
 */
final class RoomFigure {
    /**
     * A submission that is compiled.
     *
     * @param leavesNothing whether nothing of its code outlives its classes, so that another one can run in the worker
     */
    record Prepared(
            Submission submission, Compilation compilation, Map<String, byte[]> prerequisites, boolean leavesNothing) {}

    private final Room room;
    private final RoomClasses classes;
    private final Equipment equipment;
    private final String className;
    private final Reach reach;

    /** Loaded, and not in use: as many as were in use at once. */
    private final Queue<LoadedFigure> loaded = new ConcurrentLinkedQueue<>();

    private @Nullable Prepared prepared;

    RoomFigure(Checkout checkout, Room room, RoomClasses classes, Equipment equipment, String className) {
        this.room = room;
        this.classes = classes;
        this.equipment = equipment;
        this.className = className;
        this.reach = new Reach(checkout, room, classes);
    }

    Room room() {
        return room;
    }

    Equipment equipment() {
        return equipment;
    }

    /** Works with the figure; nobody else does so meanwhile. */
    <T> T with(Function<LoadedFigure, T> work) {
        LoadedFigure free = loaded.poll();
        LoadedFigure figure = free == null ? load() : free;
        try {
            return work.apply(figure);
        } finally {
            if (room.jvm().isEmpty()) {
                figure.forget();
                loaded.add(figure);
            } else {
                figure.close();
            }
        }
    }

    private LoadedFigure load() {
        CheckLoader loader = new CheckLoader(classes.surface(), classes.judge(), RoomFigure.class.getClassLoader());
        return new LoadedFigure(loader, className, new ReferenceSide(room, classes, equipment, loader));
    }

    /** Compiles a submission, unless it is the same as last time: a slider asks many times in a second. */
    synchronized Prepared prepared(Submission submission) {
        Prepared last = prepared;
        if (last == null || !last.submission().equals(submission)) {
            last = prepare(submission);
            prepared = last;
        }
        return last;
    }

    private Prepared prepare(Submission submission) {
        Map<String, byte[]> prerequisites = submission.prerequisites(classes, equipment.classPath());
        Compilation compilation = submission.compiled().isEmpty()
                ? Compiler.compile(submission.sources(), equipment.classPath(), prerequisites)
                : new Compilation.Compiled(submission.compiled());
        boolean leavesNothing = compilation instanceof Compilation.Compiled compiled
                && reach.endsWithItsClasses(compiled.files(), prerequisites);
        return new Prepared(submission, compilation, prerequisites, leavesNothing);
    }
}
