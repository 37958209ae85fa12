package gradus.grader.worker;

import gradus.catalogue.Limits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run has used of its limits, in all its checks and workers together. */
final class Budget {
    private final Limits limits;
    private Duration time = Duration.ZERO;
    private Duration cpuOfEarlierWorkers = Duration.ZERO;
    private Duration cpuOfThisWorker = Duration.ZERO;
    private @Nullable WorkerLost spent;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** How the run has ended, if it has used up what it was given. */
    synchronized Optional<WorkerLost> spent() {
        return Optional.ofNullable(spent);
    }

    /** Time that is left for all further checks. */
    synchronized Duration timeLeft() {
        return limits.run().minus(time);
    }

    /** Notes that a check took so long. */
    synchronized void addTime(Duration more) {
        time = time.plus(more);
        if (timeLeft().isNegative() && spent == null) {
            spent = new WorkerLost(Incident.TIMED_OUT, LimitWords.run(limits));
        }
    }

    /** Notes what the current worker uses, and tells which limit that exceeds. */
    synchronized Optional<WorkerLost> exceededBy(Usage usage, boolean isConfined) {
        cpuOfThisWorker = usage.cpu();
        if (cpuOfEarlierWorkers.plus(cpuOfThisWorker).compareTo(limits.cpu()) > 0) {
            spent = new WorkerLost(Incident.TIMED_OUT, LimitWords.cpu(limits));
            return spent();
        } else if (!isConfined) {
            return Optional.empty();
        } else if (usage.memoryMegabytes() > limits.heapMegabytes() + limits.nativeMegabytes()) {
            return Optional.of(new WorkerLost(Incident.OUT_OF_MEMORY, LimitWords.nativeMemory(limits)));
        } else if (usage.threads() > limits.threads()) {
            return Optional.of(new WorkerLost(Incident.OUT_OF_MEMORY, LimitWords.threads(limits)));
        }
        return Optional.empty();
    }

    /** Notes that another worker takes over. */
    synchronized void nextWorker() {
        cpuOfEarlierWorkers = cpuOfEarlierWorkers.plus(cpuOfThisWorker);
        cpuOfThisWorker = Duration.ZERO;
    }
}
