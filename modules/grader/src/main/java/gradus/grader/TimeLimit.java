package gradus.grader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for work that may never end. */
public final class TimeLimit {
    private static final AtomicInteger ABANDONED = new AtomicInteger();

    private TimeLimit() {}

    /** How often work was given up in this JVM: it may still be busy with it. */
    public static int abandoned() {
        return ABANDONED.get();
    }

    /** The result of work, or nothing if it takes too long; a thread is left behind then. */
    public static <T> Optional<T> of(Duration limit, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
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
