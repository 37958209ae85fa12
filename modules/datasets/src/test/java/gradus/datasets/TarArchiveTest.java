package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarArchiveTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
    private static final String LONG = "a folder/".repeat(40) + "été.txt";

    @TempDir
    private Path folder;

    private interface Writer {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private Path tar(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            writer.write(tar);
        }
        return Files.write(folder.resolve("a.tar"), bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
    void longNamesAreRead(int mode) throws IOException {
        Path file = tar(tar -> {
            tar.setLongFileMode(mode);
            tar.setAddPaxHeadersForNonAsciiNames(mode == TarArchiveOutputStream.LONGFILE_POSIX);
            Packer.put(tar, new TarArchiveEntry(LONG), ONE);
            Packer.put(tar, new TarArchiveEntry("short.txt"), new byte[1000]);
        });
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of(LONG, "short.txt"), archive.names());
            assertArrayEquals(ONE, archive.read(LONG, 3));
            assertArrayEquals(new byte[1000], archive.read("short.txt", 1000));
        }
    }

    /** Other programs split names of up to 255 bytes in two, which Commons Compress does not. */
    @Test
    void splitNamesAreRead() throws IOException {
        Path file = tar(tar -> Packer.put(tar, new TarArchiveEntry("one.txt"), ONE));
        byte[] bytes = Files.readAllBytes(file);
        byte[] prefix = "some/folder".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(prefix, 0, bytes, 345, prefix.length);
        Files.write(file, summed(bytes, 0));

        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of("some/folder/one.txt"), archive.names());
            assertArrayEquals(ONE, archive.read("some/folder/one.txt", 3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.BIGNUMBER_STAR, TarArchiveOutputStream.BIGNUMBER_POSIX})
    void numbersThatDoNotFitAreRead(int mode) throws IOException {
        Path file = tar(tar -> {
            tar.setBigNumberMode(mode);
            TarArchiveEntry entry = new TarArchiveEntry("one.txt");
            entry.setModTime(253_402_300_800_000L);
            Packer.put(tar, entry, ONE);
        });
        try (Archive archive = Archive.open(file)) {
            assertArrayEquals(ONE, archive.read("one.txt", 3));
        }
    }

    @Test
    void aSizeBeyondEightGigabytesIsUnderstood() throws IOException {
        Path file = tar(tar -> Packer.put(tar, new TarArchiveEntry("one.txt"), ONE));
        byte[] bytes = Files.readAllBytes(file);
        bytes[124] = (byte) 0x80;
        for (int at = 125; at < 136; at++) {
            bytes[at] = (byte) (at == 131 ? 2 : 0); // 2 · 256⁴ bytes
        }
        Files.write(file, summed(bytes, 0));
        assertRefused("a.tar is refused: it unpacks to more than 10.0 MB", () -> Archive.open(file));

        bytes[125] = 1;
        Files.write(file, summed(bytes, 0));
        assertRefused(
                "a.tar is not a whole tar archive: the size of its member 'one.txt' is damaged",
                () -> Archive.open(file));
    }

    @Test
    void linksAreRefused() throws IOException {
        for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
            Path file = tar(tar -> {
                Packer.put(tar, new TarArchiveEntry("one.txt"), ONE);
                TarArchiveEntry link = new TarArchiveEntry("link", type);
                link.setLinkName("../x".repeat(50));
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
                Packer.put(tar, link, new byte[0]);
            });
            assertRefused("a.tar is refused: its member 'link' is a link", () -> Archive.open(file));
        }
    }

    @Test
    void whatIsNeitherFileNorFolderIsRefused() throws IOException {
        for (byte type : new byte[] {
            TarConstants.LF_CHR,
            TarConstants.LF_BLK,
            TarConstants.LF_FIFO,
            TarConstants.LF_GNUTYPE_SPARSE,
            TarConstants.LF_MULTIVOLUME
        }) {
            Path file = tar(tar -> Packer.put(tar, new TarArchiveEntry("odd", type), new byte[0]));
            assertRefused(
                    "a.tar is refused: its member 'odd' is neither a file nor a folder", () -> Archive.open(file));
        }
    }

    @Test
    void filesWithHolesAreRefused() throws IOException {
        Path file = tar(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("holes");
            entry.addPaxHeader("SCHILY.xattr.user.note", "x");
            Packer.put(tar, entry, ONE);
        });
        Archive.open(file).close();

        byte[] bytes = Files.readAllBytes(file);
        byte[] key = "GNU.sparse.realsize=xx".getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("SCHILY");
        System.arraycopy(key, 0, bytes, at, key.length);
        Files.write(file, bytes);
        assertRefused("a.tar is refused: its member 'holes' is neither a file nor a folder", () -> Archive.open(file));
    }

    @Test
    void twoMembersOfOneNameAreRefused() throws IOException {
        Path file = tar(tar -> {
            Packer.put(tar, new TarArchiveEntry("one.txt"), ONE);
            Packer.put(tar, new TarArchiveEntry("one.txt"), new byte[1]);
        });
        assertRefused("a.tar is refused: it has two members 'one.txt'", () -> Archive.open(file));
    }

    @Test
    void anArchiveThatUnpacksToAMultipleOfItsSizeIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.tgz"), Packer.TGZ.pack(Map.of("bomb", new byte[20_000_000])));
        assertRefused("a.tgz is refused: it unpacks to more than 10.0 MB", () -> Archive.open(file));
    }

    @Test
    void anEndlessNameIsRefused() throws IOException {
        Path file = tar(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("one.txt");
            entry.addPaxHeader("SCHILY.xattr.user.note", "x".repeat(1_100_000));
            Packer.put(tar, entry, ONE);
        });
        assertRefused("a.tar is refused: a name in it is too long", () -> Archive.open(file));
    }

    @Test
    void tooManyMembersAreRefused() throws IOException {
        Path file = folder.resolve("a.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i <= 200_000; i++) {
                Packer.put(tar, new TarArchiveEntry(Integer.toString(i)), new byte[0]);
            }
        }
        assertRefused("a.tgz is refused: it has more than 200000 members", () -> Archive.open(file));
    }

    @Test
    void damageIsFound() throws IOException {
        Path file = tar(tar -> {
            Packer.put(tar, new TarArchiveEntry("one.txt"), ONE);
            Packer.put(tar, new TarArchiveEntry("two.txt"), ONE);
        });
        byte[] bytes = Files.readAllBytes(file);
        bytes[1024] = 'T';
        Files.write(file, bytes);
        assertRefused("a.tar is not a whole tar archive: there is no member at byte 1024", () -> Archive.open(file));

        Path packed = Files.write(folder.resolve("a.tgz"), Packer.TGZ.pack(Map.of("one.txt", new byte[1000])));
        bytes = Files.readAllBytes(packed);
        bytes[10] = (byte) 0xFF;
        Files.write(packed, bytes);
        assertRefused("a.tgz is not a whole tar archive: invalid block type", () -> Archive.open(packed));
    }

    @Test
    void damagedRecordsAreFound() throws IOException {
        for (String length : List.of("99", "-1", "01", "xx")) {
            Path file = tar(tar -> {
                TarArchiveEntry entry = new TarArchiveEntry("one.txt");
                entry.addPaxHeader("SCHILY.xattr.user.note", "x");
                Packer.put(tar, entry, ONE);
            });
            byte[] bytes = Files.readAllBytes(file);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(" SCHILY") - 2;
            System.arraycopy(length.getBytes(StandardCharsets.UTF_8), 0, bytes, at, 2);
            Files.write(file, bytes);
            assertRefused("a.tar is not a whole tar archive: a header is damaged", () -> Archive.open(file));
        }
    }

    @Test
    void ofTwoMembersOnlyTheOneOpenedLastCanBeRead() throws IOException {
        Path file = tar(tar -> {
            Packer.put(tar, new TarArchiveEntry("one.txt"), ONE);
            Packer.put(tar, new TarArchiveEntry("two.txt"), new byte[5]);
        });
        try (Archive archive = Archive.open(file);
                InputStream one = archive.open("one.txt", 3);
                InputStream two = archive.open("two.txt", 5)) {
            assertEquals(
                    "another member of a.tar was opened; read one to its end first",
                    assertThrows(IOException.class, one::read).getMessage());
            assertEquals(5, two.readAllBytes().length);
            assertEquals(-1, two.read());
        }
    }

    @Test
    void theMarkOfTheEndMayLack() throws IOException {
        Path file = tar(tar -> Packer.put(tar, new TarArchiveEntry("one.txt"), ONE));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1024));

        try (Archive archive = Archive.open(file)) {
            assertArrayEquals(ONE, archive.read("one.txt", 3));
        }
    }

    @Test
    void endlessPaddingIsRefused() throws IOException {
        Path file = folder.resolve("a.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[20_000_000]);
        }
        assertRefused("a.tgz is refused: it unpacks to more than 10.0 MB", () -> Archive.open(file));
    }

    /** Corrects the sum of a header. */
    private static byte[] summed(byte[] bytes, int header) {
        Arrays.fill(bytes, header + 148, header + 156, (byte) ' ');
        int sum = 0;
        for (int i = header; i < header + 512; i++) {
            sum += Byte.toUnsignedInt(bytes[i]);
        }
        byte[] digits = String.format("%06o", sum).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(digits, 0, bytes, header + 148, digits.length);
        bytes[header + 154] = 0;
        return bytes;
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
