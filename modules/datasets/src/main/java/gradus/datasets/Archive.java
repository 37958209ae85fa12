package gradus.datasets;

import gradus.kit.Require;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive, read member by member without unpacking it.
 *
 * <p>An archive is refused as a whole when a member's name is absolute or has {@code ..} in it, or when a member is a
 * link.
 */
public final class Archive implements AutoCloseable {
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);

    private final String file;
    private final ZipFile zip;

    private Archive(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * Opens an archive.
     *
     * @throws IllegalArgumentException if it is not a zip archive, or has a member that is refused
     * @throws IOException if it can't be read
     */
    public static Archive open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IllegalArgumentException(name + " is not a whole zip archive: " + e.getMessage(), e);
        }
        try {
            ZipLinks.refuse(name, file);
            zip.stream().forEach(member -> requireInside(name, member.getName()));
            return new Archive(name, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
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
        return zip.stream()
                .filter(member -> !member.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    /**
     * Opens a member.
     *
     * @param name as {@link #names} has it
     * @param maxBytes the most bytes that it may have
     * @throws IllegalArgumentException if there is no such member, or it says that it is larger
     * @throws IOException if it can't be read; reading throws it too, as soon as there are more bytes than said
     */
    public InputStream open(String name, long maxBytes) throws IOException {
        ZipEntry member = zip.getEntry(name);
        if (member == null || member.isDirectory()) {
            throw new IllegalArgumentException(file + " has no member '" + name + "'");
        }
        Require.that(member.getSize() <= maxBytes, tooLarge(name, maxBytes));
        return new Limited(zip.getInputStream(member), maxBytes, tooLarge(name, maxBytes));
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
        zip.close();
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
