package gradus.grader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Work in a thread of its own that may never end. */
public final class TimeLimit<T> {
    private static final AtomicInteger ABANDONED = new AtomicInteger();

    private final FutureTask<T> task;
    private final long end;

    private TimeLimit(Duration limit, Callable<T> work) {
        task = new FutureTask<>(work);
        end = System.nanoTime() + limit.toNanos();
    }

    /** How often work was given up in this JVM: it may still be busy with it. */
    public static int abandoned() {
        return ABANDONED.get();
    }

    /** The result of work, or nothing if it takes too long; a thread is left behind then. */
    public static <T> Optional<T> of(Duration limit, Callable<T> work) {
        return begin(limit, work).result();
    }

    /** Begins work, to ask for its result later. The time is counted from now on. */
    static <T> TimeLimit<T> begin(Duration limit, Callable<T> work) {
        TimeLimit<T> begun = new TimeLimit<>(limit, work);
        Thread thread = new Thread(begun.task, "trial");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    /** Waits for the result; nothing if it takes too long. */
    Optional<T> result() {
        try {
            return Optional.of(task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            ABANDONED.incrementAndGet();
            task.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
