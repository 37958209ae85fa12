package gradus.grader.worker;

import gradus.catalogue.Limits;
import java.time.Duration;

/** What somebody reads whose code met a limit of the room. */
public final class LimitWords {
    private LimitWords() {}

    public static String heap() {
        return "Your code used up the memory it was given. Look for an array that is far larger than the data.";
    }

    /** @param because why the time is not the usual one; may be empty */
    static String check(Duration limit, String because) {
        return "Your code was still running after " + time(limit) + because
                + ". Look for a loop that never ends, or for work that is done again and again.";
    }

    static String run(Limits limits) {
        return "All checks together took longer than the " + time(limits.run())
                + " of a run. Look for work that is done again and again.";
    }

    static String cpu(Limits limits) {
        return "Your code kept processors busy for longer than the " + time(limits.cpu())
                + " of a run. Look for a loop that never ends, or for threads that nobody ends.";
    }

    static String nativeMemory(Limits limits) {
        return "Your code used up the " + limits.nativeMegabytes()
                + " MB of memory outside of Java's heap that it was given."
                + " Look for a library's arrays that are never closed, for direct buffers, and for many threads.";
    }

    static String output(Limits limits) {
        return "Your code printed more than " + limits.outputMegabytes()
                + " MB. Look for a print inside of a loop, and take it out.";
    }

    static String files(Limits limits) {
        return "Your code wrote more than the " + limits.filesMegabytes()
                + " MB of temporary files it was given. Look for a file that is written in a loop, or never deleted.";
    }

    static String openFiles(Limits limits) {
        return "Your code had more than " + limits.openFiles()
                + " files open. Close each when it is read: try (var in = …).";
    }

    static String threads(Limits limits) {
        return "Your code could start no further thread: it may have " + limits.threads()
                + " at a time. Look for a thread that is started in a loop, or a pool that is never shut down.";
    }

    static String processes() {
        return "Your code tried to start another program. A room's method computes its result itself.";
    }

    private static String time(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() / 1000.0 + " seconds";
        }
        return time.toSeconds() == 1 ? "1 second" : time.toSeconds() + " seconds";
    }
}
