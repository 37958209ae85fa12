package gradus.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Frames over a pair of streams: four bytes of length, then the frame. */
public final class Pipe implements Channel {
    /** Longest frame either side accepts, in bytes. Larger data are read in the worker. */
    static final int MAX_FRAME = 128 << 20;

    /** Where frames come from. */
    @FunctionalInterface
    public interface Source {
        byte[] next() throws IOException;
    }

    private final Source source;
    private final Consumer<Whereabouts> told;
    private final DataOutputStream out;

    /** @param told hears what the other side tells between calls and replies */
    public Pipe(Source source, OutputStream out, Consumer<Whereabouts> told) {
        this.source = source;
        this.told = told;
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Reads one frame. */
    public static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MAX_FRAME) {
            throw new WireException("a frame of " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new WireException("a frame was cut off");
        }
        return frame;
    }

    /** Sends one frame. */
    public synchronized void send(byte[] frame) throws IOException {
        if (frame.length > MAX_FRAME) {
            throw new WireException("a value of more than " + (MAX_FRAME >> 20) + " MB cannot cross");
        }
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /** Reads the next frame that is not said between calls and replies. */
    public byte[] next() throws IOException {
        while (true) {
            byte[] frame = source.next();
            if (!Whereabouts.isTold(frame)) {
                return frame;
            }
            told.accept(Whereabouts.read(frame));
        }
    }

    /** Reads what the other side tells next, where it must not say anything else. */
    public Whereabouts nextTold() throws IOException {
        byte[] frame = source.next();
        if (!Whereabouts.isTold(frame)) {
            throw new WireException("a frame that nobody asked for");
        }
        return Whereabouts.read(frame);
    }

    @Override
    public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) throws IOException {
        send(request);
        while (true) {
            byte[] frame = next();
            if (Peer.isReply(frame)) {
                return frame;
            }
            if (!Peer.isRequest(frame)) {
                throw new WireException("an unknown frame");
            }
            send(server.apply(frame));
        }
    }
}
