package gradus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Keys of a terminal, told one by one as they are pressed, without Enter. */
final class Keys implements AutoCloseable {
    /** What Ctrl-C, Ctrl-D and the end of the terminal are told as. */
    static final int QUIT = 'q';

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int ESCAPE = 27;
    private static final int REST_MILLISECONDS = 20;

    private final Terminal terminal;
    private final Attributes before;
    private final IntConsumer pressed;

    /** @param pressed is called on a thread of its own */
    Keys(IntConsumer pressed) {
        this.pressed = pressed;
        try {
            terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read: " + e.getMessage(), e);
        }
        before = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> pressed.accept(QUIT));
        Thread thread = new Thread(this::read, "keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            while (true) {
                int key = terminal.reader().read();
                if (key == ESCAPE) {
                    skipSequence();
                } else if (key < 0 || key == CTRL_C || key == CTRL_D) {
                    pressed.accept(QUIT);
                    return;
                } else {
                    pressed.accept(Character.toLowerCase(key));
                }
            }
        } catch (IOException e) {
            pressed.accept(QUIT);
        }
    }

    /** Arrow keys and their like send several characters at once, of which none is meant by itself. */
    private void skipSequence() throws IOException {
        while (terminal.reader().read(REST_MILLISECONDS) >= 0) {
            continue;
        }
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
    }
}
