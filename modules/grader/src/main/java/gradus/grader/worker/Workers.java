package gradus.grader.worker;

import gradus.worker.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Equipment equipment;
    private final List<String> printed = new ArrayList<>();
    private Map<String, byte[]> classes = Map.of();
    private @Nullable WorkerProcess process;
    private @Nullable ScheduledFuture<?> deadline;

    /** Starts a worker, so that it is ready when the classes are. */
    public Workers(Equipment equipment) {
        this.equipment = equipment;
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
        if (current().isLost()) {
            retire();
            WorkerProcess fresh = WorkerProcess.start(equipment);
            process = fresh;
            fresh.define(classes);
        }
        WorkerProcess running = current();
        deadline = CLOCK.schedule(
                () -> running.end(
                        Incident.TIMED_OUT,
                        "Your code was still running after " + inWords(limit)
                                + ". Look for a loop that never ends, or for work that is done again and again."),
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Ends a check: stops its clock. */
    public void finish() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /** Ends the current worker. The next check gets a fresh one. */
    public WorkerLost end(Incident incident, String message) {
        return current().end(incident, message);
    }

    @Override
    public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) {
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

    private static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() / 1000.0 + " seconds";
    }
}
