package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final int MEMBER = 0x02014b50;

    @TempDir
    private Path folder;

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void membersAreReadWithoutUnpacking() throws IOException {
        try (Archive archive = Archive.open(zip("dir/", "dir/one.txt", "two.txt"))) {
            assertEquals(List.of("dir/one.txt", "two.txt"), archive.names());
            assertArrayEquals("two.txt".getBytes(StandardCharsets.UTF_8), archive.read("two.txt", 7));
            assertEquals(
                    "a.zip has no member 'three.txt'",
                    assertThrows(IllegalArgumentException.class, () -> archive.read("three.txt", 7))
                            .getMessage());
        }
    }

    @Test
    void unpacksIntoANewFolder() throws IOException {
        try (Archive archive = Archive.open(zip("dir/", "dir/one.txt", "two.txt"))) {
            Path target = folder.resolve("new");
            archive.unpack(target, 18);

            assertEquals("dir/one.txt", Files.readString(target.resolve("dir/one.txt")));
            assertEquals("two.txt", Files.readString(target.resolve("two.txt")));
            assertEquals(
                    "the folder " + target + " must not exist",
                    assertThrows(IllegalArgumentException.class, () -> archive.unpack(target, 18))
                            .getMessage());
        }
    }

    @Test
    void namesThatLeadOutAreRefused() throws IOException {
        for (String name : List.of("../x", "a/../../x", "/etc/x", "C:\\x", "C:x", "..\\x", "a\\..\\x", "..")) {
            assertRefused(
                    "a.zip is refused: its member '" + name + "' would lie outside the archive's folder", zip(name));
        }
        Archive.open(zip("a..b/x..y")).close();
    }

    @Test
    void linksAreRefused() throws IOException {
        Path file = zip("one.txt", "link");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int last = 0;
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            last = bytes.getInt(at) == MEMBER ? at : last;
        }
        bytes.putInt(last + 38, 0xA1FF << 16);
        Files.write(file, bytes.array());

        assertRefused("a.zip is refused: its member 'link' is a link", file);
    }

    @Test
    void largeMembersAreRefused() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.write(new byte[5_000_000]);
        }
        try (Archive archive = Archive.open(file)) {
            String message = "a.zip is refused: its member 'bomb' is larger than 1.0 MB";
            assertEquals(
                    message,
                    assertThrows(IllegalArgumentException.class, () -> archive.read("bomb", 1_000_000))
                            .getMessage());
            assertEquals(
                    message,
                    assertThrows(IllegalArgumentException.class, () -> archive.unpack(folder.resolve("new"), 1_000_000))
                            .getMessage());
        }
    }

    @Test
    void aMemberThatIsLargerThanItSaysIsRefused() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("liar"));
            zip.write(new byte[5_000_000]);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == MEMBER) {
                bytes.putInt(at + 24, 10);
            }
        }
        Files.write(file, bytes.array());

        try (Archive archive = Archive.open(file)) {
            assertThrows(IOException.class, () -> archive.read("liar", 1000));
        }
    }

    @Test
    void whatIsNoArchiveIsSaidSo() throws IOException {
        Path file = zip("one.txt");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 10));

        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Archive.open(file))
                .getMessage());
        assertFalse(message.isEmpty());
        assertEquals("a.zip is not a whole zip archive", message.substring(0, message.indexOf(':')));
    }

    private static void assertRefused(String message, Path file) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Archive.open(file))
                        .getMessage());
    }
}
