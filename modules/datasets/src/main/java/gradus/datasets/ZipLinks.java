package gradus.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Finds symbolic links in a zip archive. Java's own reader does not tell them from files: their mark stands in the
 * upper half of the external attributes of the central directory.
 *
 * <p>Source: PKWARE, <i>APPNOTE.TXT, .ZIP File Format Specification</i>, 6.3.10, §4.3.12 and §4.3.16.
 */
final class ZipLinks {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_SIZE = 46;
    private static final int FILE_TYPE = 0xF000;
    private static final int LINK = 0xA000;

    private ZipLinks() {}

    /**
     * @param name of the archive, for the message
     * @throws IllegalArgumentException if a member is a link
     */
    static void refuse(String name, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer tail = read(channel, Math.max(0, channel.size() - END_SIZE - MAX_COMMENT), channel.size());
            for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    long start = Integer.toUnsignedLong(tail.getInt(at + 16));
                    long size = Integer.toUnsignedLong(tail.getInt(at + 12));
                    refuse(name, read(channel, start, Math.min(channel.size(), start + size)));
                    return;
                }
            }
        }
    }

    private static void refuse(String name, ByteBuffer directory) {
        int at = 0;
        while (at + MEMBER_SIZE <= directory.limit() && directory.getInt(at) == MEMBER) {
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            if ((directory.getInt(at + 38) >>> 16 & FILE_TYPE) == LINK) {
                String member = new String(
                        directory.array(),
                        at + MEMBER_SIZE,
                        Math.min(nameLength, directory.limit() - at - MEMBER_SIZE),
                        StandardCharsets.UTF_8);
                throw new IllegalArgumentException(name + " is refused: its member '" + member + "' is a link");
            }
            at += MEMBER_SIZE
                    + nameLength
                    + Short.toUnsignedInt(directory.getShort(at + 30))
                    + Short.toUnsignedInt(directory.getShort(at + 32));
        }
    }

    private static ByteBuffer read(FileChannel channel, long start, long end) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(Math.max(0, end - start))).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {}
        return bytes.flip();
    }
}
