package gradus.cli.daemon;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Frames over a socket: the kind in a byte, the length in four, the content. One thread may read while others write.
 */
final class Wire implements AutoCloseable {
    private static final int HEAD = 5;

    /** No honest frame is longer: calls are some kilobytes, a text of output a megabyte at most. */
    private static final int MAX = 64 << 20;

    private final SocketChannel channel;

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * A wire to the daemon at an address.
     *
     * @throws IOException if none listens there
     */
    static Wire to(Address address) throws IOException {
        try {
            return new Wire(SocketChannel.open(UnixDomainSocketAddress.of(address.socket())));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new IOException(e);
        }
    }

    synchronized void send(Frame frame) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + frame.content().length);
        buffer.put((byte) frame.kind().ordinal())
                .putInt(frame.content().length)
                .put(frame.content())
                .flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** @throws EOFException if the other side is gone */
    Frame next() throws IOException {
        ByteBuffer head = read(HEAD);
        Frame.Kind[] kinds = Frame.Kind.values();
        int kind = head.get();
        int length = head.getInt();
        if (kind < 0 || kind >= kinds.length || length < 0 || length > MAX) {
            throw new IOException("this is no frame");
        }
        return new Frame(kinds[kind], read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the other side is gone");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
