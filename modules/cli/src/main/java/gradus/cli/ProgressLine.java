package gradus.cli;

import gradus.datasets.Progress;
import gradus.datasets.Size;
import java.io.PrintStream;
import java.util.Locale;

/** How far a download is, in one line of a terminal that is written over and wiped out at the end. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 79;
    private static final long STEP_NANOS = 100_000_000;

    private final String what;
    private final PrintStream terminal;
    private long last;
    private boolean isWritten;

    ProgressLine(String what, PrintStream terminal) {
        this.what = what;
        this.terminal = terminal;
    }

    @Override
    public void at(long bytes, long total) {
        long now = System.nanoTime();
        if (isWritten && now - last < STEP_NANOS && bytes < total) {
            return;
        }
        String text = String.format(
                Locale.ROOT, "  %3d %%  %s of %s  %s", 100 * bytes / total, Size.of(bytes), Size.of(total), what);
        write(text.substring(0, Math.min(WIDTH, text.length())));
        last = now;
        isWritten = true;
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
