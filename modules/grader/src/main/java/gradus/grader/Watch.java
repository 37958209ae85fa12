package gradus.grader;

import gradus.grader.room.BrokenRoom;
import gradus.grader.standin.Witness;
import gradus.grader.worker.Incident;
import gradus.grader.worker.LimitWords;
import gradus.grader.worker.WorkerLost;
import gradus.kit.NoData;
import gradus.kit.NotAttempted;
import gradus.worker.LearnerException;
import gradus.worker.MissingMember;
import gradus.worker.WireException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was seen on the wire during one check. It counts, whatever the check asserts. */
final class Watch implements Witness {
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    private static final String ENGINE_EXCEPTION = "ai.djl.engine.EngineException";
    private static final Pattern OUT_OF_NATIVE_MEMORY =
            Pattern.compile("can't allocate memory|not enough memory|out of memory");

    /** Ends the worker and says how. */
    interface Ending {
        WorkerLost end(Incident incident, String message, List<List<StackTraceElement>> stacks);
    }

    private final Ending worker;
    private final Function<Throwable, Optional<WorkerLost>> limits;
    private Trace trace = new Trace();
    private final LeftOut leftOut;
    private final BooleanSupplier lacksData;
    private boolean isOpen;
    private @Nullable Throwable last;
    private @Nullable NotAttempted notAttempted;
    private @Nullable String doesNotCompile;
    private @Nullable MissingMember missing;
    private @Nullable NoData noData;
    private @Nullable NoData forged;
    private @Nullable WorkerLost lost;

    Watch(Ending worker) {
        this(worker, LeftOut.NOTHING, () -> true, thrown -> Optional.empty());
    }

    /**
     * @param lacksData whether it can be true that the learner's code finds no data
     * @param limits knows which exceptions tell of a limit
     */
    Watch(Ending worker, LeftOut leftOut, BooleanSupplier lacksData, Function<Throwable, Optional<WorkerLost>> limits) {
        this.worker = worker;
        this.leftOut = leftOut;
        this.lacksData = lacksData;
        this.limits = limits;
    }

    void begin() {
        isOpen = true;
        trace = new Trace();
        last = null;
        notAttempted = null;
        doesNotCompile = null;
        missing = null;
        noData = null;
        forged = null;
        lost = null;
    }

    /** Ends what {@link #begin} began. */
    void end() {
        isOpen = false;
    }

    private void onlyWithinACheck() {
        if (!isOpen) {
            throw new BrokenRoom("The class of a check calls the room's code outside of its checks, in a field"
                    + " or in a method that runs before them. Make a method of it that the checks call.");
        }
    }

    @Override
    public void arrived(Throwable thrown) {
        onlyWithinACheck();
        last = thrown;
        trace.addThrown(thrown);
        String reason = leftOut.reason(thrown);
        WorkerLost met = limits.apply(thrown).orElse(null);
        if (met != null) {
            lost = worker.end(
                    met.incident(), String.valueOf(met.getMessage()), List.of(List.of(thrown.getStackTrace())));
        } else if (reason != null) {
            doesNotCompile = doesNotCompile == null ? reason : doesNotCompile;
        } else if (thrown instanceof NotAttempted part) {
            notAttempted = notAttempted == null ? part : notAttempted;
        } else if (thrown instanceof MissingMember member && missing == null) {
            missing = member;
        } else if (thrown instanceof NoData data) {
            if (lacksData.getAsBoolean()) {
                noData = noData == null ? data : noData;
            } else {
                forged = data;
            }
        } else if (thrown instanceof LearnerException error && error.type().equals(OUT_OF_MEMORY)) {
            lost = worker.end(Incident.OUT_OF_MEMORY, LimitWords.heap(), List.of(List.of(thrown.getStackTrace())));
        } else if (thrown instanceof LearnerException error && isOutOfNativeMemory(error)) {
            lost = worker.end(
                    Incident.OUT_OF_MEMORY,
                    "PyTorch could not get the memory that your code asked for. Look for a batch or a layer that is far too"
                            + " large, and for NDArrays that are never closed: put each batch into its own NDScope.",
                    List.of(List.of(thrown.getStackTrace())));
        }
    }

    /** PyTorch has no exception of its own for it, only words. */
    private static boolean isOutOfNativeMemory(LearnerException error) {
        return error.type().equals(ENGINE_EXCEPTION)
                && OUT_OF_NATIVE_MEMORY
                        .matcher(String.valueOf(error.getMessage()))
                        .find();
    }

    @Override
    public void saw(@Nullable Object value) {
        onlyWithinACheck();
        trace.add(value);
    }

    @Override
    public WorkerLost broken(WireException problem) {
        lost = worker.end(
                Incident.CRASHED,
                "The process with your code sent what cannot be read: " + problem.getMessage(),
                List.of());
        return lost;
    }

    /** What came over the wire in this check. */
    Trace trace() {
        return trace;
    }

    /** Whether an exception was thrown by the learner's code last, and not by a check. */
    boolean sawLast(Throwable thrown) {
        return last == thrown;
    }

    /** The first part that was called and is not written yet. */
    @Nullable
    NotAttempted notAttempted() {
        return notAttempted;
    }

    /** What does not compile of that which the check called, in words. */
    @Nullable
    String doesNotCompile() {
        return doesNotCompile;
    }

    @Nullable
    MissingMember missing() {
        return missing;
    }

    @Nullable
    NoData noData() {
        return noData;
    }

    /** What the learner's code said of missing data that are all there. */
    @Nullable
    NoData forged() {
        return forged;
    }

    /** The loss of the worker in this check, whether the check saw it or a call did. */
    @Nullable
    WorkerLost lost() {
        return lost;
    }

    /** Notes that a call found the worker gone. */
    WorkerLost noticed(WorkerLost loss) {
        lost = loss;
        return loss;
    }
}
