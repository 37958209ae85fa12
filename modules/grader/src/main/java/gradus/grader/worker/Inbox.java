package gradus.grader.worker;

import gradus.worker.Pipe;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a worker, read by a thread of their own. A process that the learner's code started may hold the pipe open
 * after the worker's end, so nobody who is waited for may wait for the end of the pipe.
 */
final class Inbox {
    private static final int PAUSE_IN_MILLISECONDS = 100;

    private final Process process;
    private final SynchronousQueue<Received> frames = new SynchronousQueue<>();
    private final Thread reader;
    private volatile boolean closed;

    /** A frame, or why there is none. */
    private record Received(byte[] frame, @Nullable IOException trouble) {
        static Received trouble(IOException trouble) {
            return new Received(new byte[0], trouble);
        }
    }

    Inbox(Process process) {
        this.process = process;
        reader = new Thread(this::read, "frames");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            while (!closed) {
                frames.put(next(in));
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private static Received next(DataInputStream in) {
        try {
            return new Received(Pipe.read(in), null);
        } catch (IOException e) {
            return Received.trouble(e);
        } catch (OutOfMemoryError e) {
            return Received.trouble(new IOException("a frame that is too large for this machine"));
        }
    }

    /** Waits for the next frame, for as long as the worker lives. */
    byte[] next() throws IOException {
        boolean isOver = false;
        try {
            while (true) {
                Received received = frames.poll(PAUSE_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (received != null && received.trouble() != null) {
                    throw received.trouble();
                } else if (received != null) {
                    return received.frame();
                } else if (closed || isOver) {
                    throw new EOFException("the worker ended");
                }
                isOver = !process.isAlive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    /** Whoever waits for a frame waits no longer. */
    void close() {
        closed = true;
        frames.offer(Received.trouble(new EOFException("the worker was ended")));
        reader.interrupt();
    }
}
