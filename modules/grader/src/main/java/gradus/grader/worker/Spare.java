package gradus.grader.worker;

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

    /** Lets a worker start for the next run, if none waits. */
    synchronized void prepare(Equipment wanted) {
        if (waiting == null && !isClosed) {
            equipment = wanted;
            waiting = WorkerProcess.start(wanted);
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
