package gradus.jupyter;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs work of the lab in a thread that does not belong to the cell. An interrupt ends the threads of a cell wherever
 * they are, which only a cell's own code may suffer.
 */
final class Apart {
    private Apart() {}

    /** The work threw something that is checked. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(Throwable cause) {
            super(cause);
        }
    }

    static <T> T run(Callable<T> work) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(group, task, "lab");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            } else if (cause instanceof Error error) {
                throw error;
            }
            throw new Failed(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabError("Interrupted.");
        }
    }
}
