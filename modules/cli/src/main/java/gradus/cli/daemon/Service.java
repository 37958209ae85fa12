package gradus.cli.daemon;

import java.io.InputStream;
import java.io.PrintStream;

/** What a daemon does for its clients. */
public interface Service extends AutoCloseable {
    /** A command that was not run yet. */
    interface Work {
        /** Runs it and returns its exit code. */
        int run();

        /** Lets {@link #run} come back soon, from another thread: nobody waits for its answer any more. */
        void cancel();
    }

    /** Prepares a command. */
    Work work(Call call, InputStream in, PrintStream out, PrintStream err);

    /** Whether something was left behind that keeps this JVM busy, so that it should be replaced by a fresh one. */
    boolean isWorn();

    @Override
    void close();
}
