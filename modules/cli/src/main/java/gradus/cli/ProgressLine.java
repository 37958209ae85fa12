package gradus.cli;

import java.io.PrintStream;
import java.util.Locale;

/** How far long work is and how long it will take, in one line of a terminal that is written over and wiped out. */
final class ProgressLine implements Console.Progress {
    private static final int WIDTH = 79;
    private static final long STEP_NANOS = 100_000_000;
    /** Before that, what is left cannot be told from what was done. */
    private static final long ESTIMATE_NANOS = 1_000_000_000;

    private final PrintStream terminal;
    private final boolean isTerminal;
    private long start;
    private long first;
    private long last;
    private long lastDone;
    private boolean isWritten;

    ProgressLine(Session session) {
        this.terminal = session.err();
        this.isTerminal = session.isTerminal();
    }

    @Override
    public void show(long done, long total, String what) {
        long now = System.nanoTime();
        if (!isTerminal || (isWritten && now - last < STEP_NANOS && done < total)) {
            return;
        }
        if (!isWritten || done < lastDone) {
            start = now;
            first = done;
        }
        lastDone = done;
        String text = String.format(
                Locale.ROOT, "  %3d %%  %s%s", 100 * done / total, left(now - start, done - first, total - done), what);
        write(text.substring(0, Math.min(WIDTH, text.length())));
        last = now;
        isWritten = true;
    }

    private static String left(long nanos, long done, long toDo) {
        if (nanos < ESTIMATE_NANOS || done == 0) {
            return "";
        }
        long seconds = Math.round(nanos / 1e9 / done * toDo);
        return String.format(Locale.ROOT, "%d:%02d left  ", seconds / 60, seconds % 60);
    }

    private void write(String text) {
        terminal.print("\r" + text + " ".repeat(WIDTH - text.length()));
        terminal.flush();
    }

    @Override
    public void close() {
        if (isWritten) {
            write("");
            terminal.print("\r");
            terminal.flush();
        }
    }
}
