package gradus.datasets;

import gradus.kit.Require;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The members of a tar archive, plain or compressed with gzip. It is read from its beginning on: members in their order
 * cost one pass together, and each step back costs another.
 *
 * <p>Apache Commons Compress reads tar too. With all that it stands on it is four jars, and what is on the class path
 * of this module is within reach of a learner's code. The tests make their archives with it.
 *
 * <p>Source: <i>The Open Group Base Specifications</i>, issue 7, pax, "ustar Interchange Format" and "pax Interchange
 * Format"; <i>GNU tar</i>, "Basic Tar Format".
 */
final class TarMembers implements Members {
    private static final int MAX_MEMBERS = 200_000;
    private static final int MAX_NAME_BYTES = 1_000_000;
    private static final int MAX_RATIO = 100;
    private static final long SMALL = 10_000_000;

    private final String name;
    private final Path file;
    private final long maxBytes;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Long> starts = new HashMap<>();

    private InputStream in;
    private long position;
    private @Nullable Slice current;

    /**
     * @param name of the archive, for messages
     * @throws IllegalArgumentException if it is damaged or no archive, has a member that is neither a file nor a
     *     folder, or is unpacked many times larger than packed
     */
    TarMembers(String name, Path file) throws IOException {
        this.name = name;
        this.file = file;
        maxBytes = Math.max(SMALL, MAX_RATIO * Files.size(file));
        in = InputStream.nullInputStream();
        boolean isRead = false;
        try {
            in = begin(file);
            scan();
            isRead = true;
        } catch (EOFException e) {
            throw new IllegalArgumentException(name + " is not a whole tar archive: it breaks off", e);
        } catch (ZipException | DataFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole tar archive: " + e.getMessage(), e);
        } finally {
            if (!isRead) {
                in.close();
            }
        }
    }

    private static InputStream begin(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return Gzip.unpacked(new BufferedInputStream(in, 1 << 16));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void scan() throws IOException, DataFormatException {
        Map<String, String> said = new HashMap<>();
        for (TarHeader header = header(); header != null; header = header()) {
            switch (header.type()) {
                case 'x' -> said.putAll(TarHeader.records(data(header)));
                case 'L' -> said.put("path", TarHeader.text(data(header)));
                case 'g', 'K' -> skip(padded(header));
                default -> {
                    add(header.with(said));
                    said.clear();
                }
            }
        }
        byte[] padding = new byte[1 << 16];
        for (int n = in.read(padding); n >= 0; n = in.read(padding)) {
            position += n;
            requireSmall(0);
        }
    }

    /** @return null at the end */
    private @Nullable TarHeader header() throws IOException, DataFormatException {
        long start = position;
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        position += block.length;
        boolean isWhole = block.length == TarHeader.BLOCK;
        boolean isHeader = isWhole && TarHeader.isOne(block);
        if (isHeader) {
            return TarHeader.of(block);
        } else if (isWhole && Arrays.equals(block, new byte[TarHeader.BLOCK]) || start > 0 && block.length == 0) {
            return null;
        } else if (start == 0) {
            throw new IllegalArgumentException(name + " is neither a zip nor a tar archive");
        } else if (!isWhole) {
            throw new EOFException();
        }
        throw new DataFormatException("there is no member at byte " + start);
    }

    private byte[] data(TarHeader header) throws IOException, DataFormatException {
        long padded = padded(header);
        Require.that(padded <= MAX_NAME_BYTES, "%s is refused: a name in it is too long", name);
        byte[] data = in.readNBytes((int) header.bytes());
        position += data.length;
        skip(padded - data.length);
        return data;
    }

    private void add(TarHeader header) throws IOException, DataFormatException {
        Require.that(!header.isLink(), "%s is refused: its member '%s' is a link", name, header.name());
        Require.that(
                header.isFile() || header.isFolder(),
                "%s is refused: its member '%s' is neither a file nor a folder",
                name,
                header.name());
        Require.that(members.size() < MAX_MEMBERS, "%s is refused: it has more than %d members", name, MAX_MEMBERS);
        members.add(new Member(header.name(), header.isFolder(), header.bytes()));
        starts.put(header.name(), position);
        skip(header.isFolder() ? 0 : padded(header));
    }

    /** How far it is to the next header. */
    private long padded(TarHeader header) throws DataFormatException {
        if (header.bytes() < 0) {
            throw new DataFormatException("the size of its member '" + header.name() + "' is damaged");
        }
        requireSmall(header.bytes());
        return (header.bytes() + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
    }

    private void requireSmall(long next) {
        Require.that(next <= maxBytes - position, "%s is refused: it unpacks to more than %s", name, Size.of(maxBytes));
    }

    private void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        position += bytes;
    }

    @Override
    public List<Member> list() {
        return List.copyOf(members);
    }

    @Override
    public InputStream open(Member member) throws IOException {
        long start = starts.getOrDefault(member.name(), Long.MAX_VALUE);
        if (start < position) {
            in.close();
            in = begin(file);
            position = 0;
        }
        skip(start - position);
        current = new Slice(member.bytes());
        return current;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The data of the member that was opened last. */
    private final class Slice extends InputStream {
        private long left;

        Slice(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            if (current != this) {
                throw new IOException("another member of " + name + " was opened; read one to its end first");
            }
            if (left == 0) {
                return -1;
            }
            int n = in.read(bytes, start, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException(name + " breaks off");
            }
            left -= n;
            position += n;
            return n;
        }
    }
}
