package gradus.grader.worker;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A worker that waits for the next run, so that the run need not wait for a JVM to start. */
public final class Spare implements AutoCloseable {
    private @Nullable Equipment equipment;
    private @Nullable WorkerProcess waiting;
    private boolean isClosed;

    /** The worker that waits, if it is equipped so; otherwise a new one. */
    synchronized WorkerProcess take(Equipment wanted) {
        WorkerProcess taken = waiting;
        waiting = null;
        if (taken != null && wanted.equals(equipment) && taken.isAlive()) {
            return taken;
        } else if (taken != null) {
            taken.close();
        }
        return WorkerProcess.start(wanted);
    }

    /** Lets a worker wait that has done its run, unless another one waits. */
    synchronized void keep(Equipment itsOwn, WorkerProcess worker) {
        if (waiting != null || isClosed) {
            worker.close();
        } else {
            equipment = itsOwn;
            waiting = worker;
        }
    }

    /** Lets a worker start for the next run, if none waits; this run need not wait for that either. */
    void prepare(Equipment wanted) {
        Thread thread = new Thread(() -> start(wanted), "spare");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void start(Equipment wanted) {
        if (waiting != null || isClosed) {
            return;
        }
        equipment = wanted;
        try {
            waiting = WorkerProcess.start(wanted);
        } catch (UncheckedIOException e) {
            // The next run starts its own, or says why it cannot.
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
