package gradus.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks what is compressed with gzip, and leaves alone what is not. */
final class Gzip {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Gzip() {}

    /** @param in a stream that can be reset */
    static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean isCompressed = in.read() == FIRST && in.read() == SECOND;
        in.reset();
        return isCompressed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
