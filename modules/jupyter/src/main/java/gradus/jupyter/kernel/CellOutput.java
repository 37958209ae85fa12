package gradus.jupyter.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what a cell prints, in pieces of bearable size and number, and no more of it than anybody reads. */
final class CellOutput extends OutputStream {
    /** Bytes that a cell shows. */
    static final int LIMIT = 1 << 20;

    private static final int PIECE = 1 << 14;

    private final Consumer<String> reader;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long taken;
    private long dropped;

    CellOutput(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = (int) Math.min(length, LIMIT - taken);
        waiting.write(bytes, offset, room);
        taken += room;
        dropped += length - room;
        if (waiting.size() >= PIECE) {
            send();
        }
    }

    /** Hands on all whole characters. */
    synchronized void send() {
        byte[] bytes = waiting.toByteArray();
        int end = bytes.length;
        for (int i = 1; i <= Math.min(3, bytes.length); i++) {
            int b = bytes[bytes.length - i] & 0xFF;
            if (b >= 0xC0) {
                int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                end = i < needed ? bytes.length - i : end;
                break;
            } else if (b < 0x80) {
                break;
            }
        }
        waiting.reset();
        waiting.write(bytes, end, bytes.length - end);
        if (end > 0) {
            reader.accept(new String(bytes, 0, end, StandardCharsets.UTF_8));
        }
    }

    /** The cell has ended. */
    @Override
    public synchronized void close() {
        send();
        if (waiting.size() > 0) {
            reader.accept(waiting.toString(StandardCharsets.UTF_8));
            waiting.reset();
        }
        if (dropped > 0) {
            reader.accept("\n… and " + dropped / 1000 + " kB more. A cell shows the first " + LIMIT / 1024
                    + " kB of what it prints.\n");
            dropped = 0;
        }
    }
}
