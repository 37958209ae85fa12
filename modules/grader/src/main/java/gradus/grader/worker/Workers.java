package gradus.grader.worker;

import gradus.worker.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The worker of one run: a process that is replaced by a fresh one after it was lost, and that each check may use for a
 * limited time only.
 */
public final class Workers implements Channel, AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "limits");
        thread.setDaemon(true);
        return thread;
    });

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Equipment equipment;
    private final Budget budget;
    private final List<String> printed = new ArrayList<>();
    private Map<String, byte[]> classes = Map.of();
    private @Nullable WorkerProcess process;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable ScheduledFuture<?> looks;
    private long began;

    /** Starts a worker, so that it is ready when the classes are. */
    public Workers(Equipment equipment) {
        this.equipment = equipment;
        this.budget = new Budget(equipment.limits());
        this.process = WorkerProcess.start(equipment);
    }

    /** Sets the classes that every worker of this run holds. */
    public void define(Map<String, byte[]> classes) {
        this.classes = classes;
        current().define(classes);
    }

    /** Begins a check: makes sure that there is a worker, and starts the clock of a check that is not of a full run. */
    public void begin() {
        begin(equipment.limits().check());
    }

    /** Begins a check: makes sure that there is a worker, and starts its clock. */
    public void begin(Duration limit) {
        if (budget.spent().isPresent()) {
            return;
        }
        if (current().isLost()) {
            retire();
            budget.nextWorker();
            WorkerProcess fresh = WorkerProcess.start(equipment);
            process = fresh;
            fresh.define(classes);
        }
        WorkerProcess running = current();
        boolean isLast = budget.timeLeft().compareTo(limit) < 0;
        Duration left = isLast ? budget.timeLeft() : limit;
        String words = isLast ? LimitWords.run(equipment.limits()) : LimitWords.check(limit);
        began = System.nanoTime();
        deadline = CLOCK.schedule(() -> running.end(Incident.TIMED_OUT, words), left.toMillis(), TimeUnit.MILLISECONDS);
        looks = CLOCK.scheduleWithFixedDelay(
                () -> look(running), BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends a worker that uses more than it may. */
    private void look(WorkerProcess running) {
        budget.exceededBy(running.usage(), equipment.isConfined())
                .ifPresent(lost -> running.end(lost.incident(), String.valueOf(lost.getMessage())));
    }

    /** Ends a check: stops its clock. */
    public void finish() {
        if (deadline != null && looks != null) {
            deadline.cancel(false);
            looks.cancel(false);
            deadline = null;
            look(current());
            budget.addTime(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** The limit that an exception of the learner's code tells of, if it tells of one. */
    public Optional<WorkerLost> limitMet(Throwable thrown) {
        return equipment.isConfined() ? LimitHit.of(thrown, equipment.limits()) : Optional.empty();
    }

    /** Ends the current worker. The next check gets a fresh one. */
    public WorkerLost end(Incident incident, String message) {
        return current().end(incident, message);
    }

    @Override
    public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) {
        WorkerLost spent = budget.spent().orElse(null);
        if (spent != null) {
            throw spent;
        }
        return current().exchange(request, server);
    }

    private WorkerProcess current() {
        if (process == null) {
            throw new IllegalStateException("closed");
        }
        return process;
    }

    private void retire() {
        if (process != null) {
            process.close();
            String text = process.printed();
            if (!text.isEmpty()) {
                printed.add(text);
            }
            process = null;
        }
    }

    /** Ends the worker and returns what the learner's code printed in all. */
    public String printed() {
        close();
        return String.join("\n", printed);
    }

    @Override
    public void close() {
        finish();
        retire();
    }
}
