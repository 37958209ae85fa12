package gradus.datasets;

import gradus.datasets.Members.Member;
import gradus.kit.Require;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A zip or tar archive, read member by member without unpacking it. A tar archive may be compressed with gzip.
 *
 * <p>An archive is refused as a whole when a member's name is absolute, has {@code ..} in it or occurs twice, or when a
 * member is a link.
 */
public final class Archive implements AutoCloseable {
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);
    private static final byte[] ZIP = {'P', 'K'};

    private final String file;
    private final Members members;
    private final Map<String, Member> files = new LinkedHashMap<>();

    private Archive(String file, Members members) {
        this.file = file;
        this.members = members;
        Set<String> names = new HashSet<>();
        for (Member member : members.list()) {
            requireInside(file, member.name());
            Require.that(names.add(member.name()), "%s is refused: it has two members '%s'", file, member.name());
            if (!member.isFolder()) {
                files.put(member.name(), member);
            }
        }
    }

    /**
     * Opens an archive.
     *
     * @throws IllegalArgumentException if it is neither a zip nor a tar archive, is damaged, unpacks to a multiple of
     *     its size that no data have, or has a member that is refused
     * @throws IOException if it can't be read
     */
    public static Archive open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Members members = isZip(file) ? new ZipMembers(name, file) : new TarMembers(name, file);
        try {
            return new Archive(name, members);
        } catch (RuntimeException e) {
            members.close();
            throw e;
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static void requireInside(String file, String member) {
        String plain = member.replace('\\', '/');
        Require.that(
                !plain.isEmpty()
                        && plain.indexOf('\0') < 0
                        && !ABSOLUTE.matcher(plain).matches()
                        && !List.of(plain.split("/")).contains(".."),
                "%s is refused: its member '%s' would lie outside the archive's folder",
                file,
                member);
    }

    /** The names of the members, folders left out, in the order of the archive. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /**
     * Opens a member. Of a tar archive one member is open at a time, and it is quick to open them in their order.
     *
     * @param name as {@link #names} has it
     * @param maxBytes the most bytes that it may have
     * @throws IllegalArgumentException if there is no such member, or it says that it is larger
     * @throws IOException if it can't be read; reading throws it too, as soon as there are more bytes than said
     */
    public InputStream open(String name, long maxBytes) throws IOException {
        Member member = files.get(name);
        if (member == null) {
            throw new IllegalArgumentException(file + " has no member '" + name + "'");
        }
        Require.that(member.bytes() <= maxBytes, tooLarge(name, maxBytes));
        return new Limited(members.open(member), maxBytes, tooLarge(name, maxBytes));
    }

    private String tooLarge(String name, long maxBytes) {
        return file + " is refused: its member '" + name + "' is larger than " + Size.of(maxBytes);
    }

    /**
     * Reads a member into memory.
     *
     * @throws IllegalArgumentException if there is no such member, or it is larger
     * @throws IOException if it can't be read
     */
    public byte[] read(String name, int maxBytes) throws IOException {
        try (InputStream in = open(name, maxBytes)) {
            return in.readAllBytes();
        }
    }

    /**
     * Unpacks all members into a new folder. What was unpacked before a fault is left there.
     *
     * @param folder must not exist, so that no link in it can lead elsewhere
     * @param maxBytes the most bytes that all members may have together
     * @throws IllegalArgumentException if the folder exists, or the members are larger
     * @throws IOException if a member can't be read or written
     */
    public void unpack(Path folder, long maxBytes) throws IOException {
        Require.that(!Files.exists(folder), "the folder %s must not exist", folder);
        long left = maxBytes;
        for (String name : names()) {
            Path target = folder.resolve(name.replace('\\', '/'));
            Path parent = target.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            try (InputStream in = open(name, left)) {
                left -= Files.copy(in, target);
            }
        }
    }

    @Override
    public void close() throws IOException {
        members.close();
    }

    /** A stream that fails when it is longer than it may be, whatever the archive says about it. */
    private static final class Limited extends FilterInputStream {
        private final String message;
        private long left;

        Limited(InputStream in, long maxBytes, String message) {
            super(in);
            this.left = maxBytes;
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int n = super.read(bytes, start, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new IOException(message);
            }
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
