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

    /** Checks after one that ran out of time get this part of theirs, but no less than the least. */
    private static final int SHORTER = 5;

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** What a busy machine took is given back from this on, up to so many times the limit of a check. */
    private static final Duration LEAST_GRANTED = Duration.ofMillis(50);

    private static final int MOST_GRANTED = 10;

    /** How long threads may outlive the call that started them, and how often they are looked for, in milliseconds. */
    private static final int GRACE = 1000;

    private static final int PAUSE = 20;

    private final Equipment equipment;
    private final @Nullable Spare spare;
    private final Budget budget;
    private final List<String> printed = new ArrayList<>();
    private Map<String, byte[]> classes = Map.of();
    private volatile @Nullable WorkerProcess process;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable ScheduledFuture<?> looks;
    private @Nullable Delay delay;
    private long began;
    private volatile boolean isLate;

    /** Starts a worker, so that it is ready when the classes are. */
    public Workers(Equipment equipment) {
        this(equipment, null);
    }

    /** @param spare has a worker ready, and gets the next one ready when this run is over; null for none */
    public Workers(Equipment equipment, @Nullable Spare spare) {
        this.equipment = equipment;
        this.spare = spare;
        this.budget = new Budget(equipment.limits());
        this.process = start();
    }

    private WorkerProcess start() {
        return spare == null ? WorkerProcess.start(equipment) : spare.take(equipment);
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

    /**
     * Begins a check: makes sure that there is a worker, and starts its clock. Once a check ran out of time, those
     * after it get less, for they most probably call the same code.
     */
    public void begin(Duration limit) {
        if (budget.spent().isPresent()) {
            return;
        }
        if (current().isLost()) {
            retire();
            budget.nextWorker();
            WorkerProcess fresh = start();
            process = fresh;
            fresh.define(classes);
        }
        Duration time = isLate ? shorter(limit) : limit;
        String because = isLate ? ", which is what a check gets once another one ran out of time" : "";
        WorkerProcess running = current();
        boolean isLast = budget.timeLeft().compareTo(time) < 0;
        Duration left = isLast ? budget.timeLeft() : time;
        String words = isLast ? LimitWords.run(equipment.limits()) : LimitWords.check(time, because);
        began = System.nanoTime();
        synchronized (this) {
            delay = equipment.isConfined() ? Delay.begin(running::jvm) : null;
            expireIn(left, running, words, Duration.ZERO);
        }
        looks = CLOCK.scheduleWithFixedDelay(
                () -> look(running), BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expireIn(Duration left, WorkerProcess running, String words, Duration granted) {
        deadline = CLOCK.schedule(() -> expire(running, words, granted), left.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The time of a check is up, unless a busy machine took some of it: as much is granted on top. */
    private synchronized void expire(WorkerProcess running, String words, Duration granted) {
        if (deadline == null) {
            return;
        }
        Duration lost = delay == null ? Duration.ZERO : delay.soFar();
        Duration more = lost.minus(granted);
        boolean isBearable = lost.compareTo(equipment.limits().check().multipliedBy(MOST_GRANTED)) < 0;
        if (more.compareTo(LEAST_GRANTED) > 0 && isBearable) {
            expireIn(more, running, words, lost);
        } else {
            isLate = true;
            running.timeOut(words, CLOCK);
        }
    }

    /** Ends a worker that uses more than it may. */
    private void look(WorkerProcess running) {
        budget.exceededBy(running.usage(), equipment.isConfined())
                .ifPresent(lost -> running.end(lost.incident(), String.valueOf(lost.getMessage())));
    }

    private static Duration shorter(Duration limit) {
        Duration part = limit.dividedBy(SHORTER);
        Duration least = limit.compareTo(LEAST) < 0 ? limit : LEAST;
        return part.compareTo(least) < 0 ? least : part;
    }

    /** Ends a check: stops its clock, and waits a moment for threads that the learner's code left running. */
    public void finish() {
        List<List<StackTraceElement>> left = current().left();
        for (int waited = 0; !left.isEmpty() && waited < GRACE; waited += PAUSE) {
            pause();
            left = current().left();
        }
        stopClock();
        if (!left.isEmpty()) {
            throw current()
                    .end(
                            Incident.TIMED_OUT,
                            "Your code came back, but a thread that it started was still running a second later. End your"
                                    + " threads, and wait for them with join, before the method returns.",
                            left);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stopClock() {
        if (deadline != null && looks != null) {
            deadline.cancel(false);
            looks.cancel(false);
            deadline = null;
            look(current());
            Duration lost = delay == null ? Duration.ZERO : delay.soFar();
            budget.addTime(Duration.ofNanos(System.nanoTime() - began).minus(lost));
        }
    }

    /** The limit that an exception of the learner's code tells of, if it tells of one. */
    public Optional<WorkerLost> limitMet(Throwable thrown) {
        return equipment.isConfined() ? LimitHit.of(thrown, equipment.limits()) : Optional.empty();
    }

    /** Ends the current worker. The next check gets a fresh one. */
    public WorkerLost end(Incident incident, String message, List<List<StackTraceElement>> stacks) {
        return current().end(incident, message, stacks);
    }

    /** Ends the current worker, if there is one, from another thread. */
    public void cancel() {
        WorkerProcess running = process;
        if (running != null) {
            running.end(Incident.NONE, "Cancelled.");
        }
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
        WorkerProcess running = process;
        if (running == null) {
            throw new IllegalStateException("closed");
        }
        return running;
    }

    private void retire() {
        WorkerProcess running = process;
        if (running != null) {
            running.close();
            String text = running.printed();
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

    /**
     * Ends this run and leaves its worker to the next one, which gives it a new class loader. Only for code that leaves
     * nothing behind but its classes.
     */
    public void passOn() {
        stopClock();
        WorkerProcess running = current();
        if (spare != null && !equipment.isConfined() && running.isFit() && wasQuick()) {
            process = null;
            spare.keep(equipment, running);
        }
    }

    /** Whether the clock had so long to go that it cannot be ending the worker at this moment. */
    private boolean wasQuick() {
        return System.nanoTime() - began < equipment.limits().check().toNanos() / 2;
    }

    /** Ends the worker and lets one start for the next run, which gets a worker that was passed on instead. */
    @Override
    public void close() {
        stopClock();
        if (process != null) {
            retire();
            if (spare != null) {
                spare.prepare(equipment);
            }
        }
    }
}
