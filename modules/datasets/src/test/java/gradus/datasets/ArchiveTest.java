package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {
    private static final int MEMBER = 0x02014b50;

    @TempDir
    private Path folder;

    /** An archive whose members hold their own names. */
    private Path archive(Packer packer, String... names) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(packer.file), packer.pack(members));
    }

    @ParameterizedTest
    @EnumSource
    void membersAreReadWithoutUnpacking(Packer packer) throws IOException {
        try (Archive archive = Archive.open(archive(packer, "dir/", "dir/one.txt", "two.txt"))) {
            assertEquals(List.of("dir/one.txt", "two.txt"), archive.names());
            for (String name : List.of("two.txt", "dir/one.txt", "dir/one.txt", "two.txt")) {
                assertArrayEquals(name.getBytes(StandardCharsets.UTF_8), archive.read(name, 20));
            }
            assertRefused(packer.file + " has no member 'three.txt'", () -> archive.read("three.txt", 7));
            assertRefused(packer.file + " has no member 'dir/'", () -> archive.read("dir/", 7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void unpacksIntoANewFolder(Packer packer) throws IOException {
        try (Archive archive = Archive.open(archive(packer, "dir/", "dir/one.txt", "two.txt"))) {
            Path target = folder.resolve("new");
            archive.unpack(target, 18);

            assertEquals("dir/one.txt", Files.readString(target.resolve("dir/one.txt")));
            assertEquals("two.txt", Files.readString(target.resolve("two.txt")));
            assertRefused("the folder " + target + " must not exist", () -> archive.unpack(target, 18));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anArchiveMayBeEmpty(Packer packer) throws IOException {
        try (Archive archive = Archive.open(archive(packer))) {
            assertEquals(List.of(), archive.names());
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesThatLeadOutAreRefused(Packer packer) throws IOException {
        for (String name :
                List.of("../x", "a/../../x", "/etc/x", "C:\\x", "C:x", "..\\x", "a\\..\\x", "..", "../", "/x/")) {
            Path file = archive(packer, name);
            assertRefused(
                    packer.file + " is refused: its member '" + name + "' would lie outside the archive's folder",
                    () -> Archive.open(file));
        }
        Archive.open(archive(packer, "a..b/x..y")).close();
    }

    @ParameterizedTest
    @EnumSource
    void largeMembersAreRefused(Packer packer) throws IOException {
        Path file = Files.write(folder.resolve(packer.file), packer.pack(Map.of("bomb", new byte[5_000_000])));
        try (Archive archive = Archive.open(file)) {
            String message = packer.file + " is refused: its member 'bomb' is larger than 1.0 MB";
            assertRefused(message, () -> archive.read("bomb", 1_000_000));
            assertRefused(message, () -> archive.unpack(folder.resolve("new"), 1_000_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyMembersAreRefusedWhenTheyAreLargeTogether(Packer packer) throws IOException {
        try (Archive archive = Archive.open(archive(packer, "one.txt", "two.txt", "three.txt"))) {
            assertRefused(
                    packer.file + " is refused: its member 'three.txt' is larger than 6 bytes",
                    () -> archive.unpack(folder.resolve("new"), 20));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCutOffIsRefused(Packer packer) throws IOException {
        Path file = archive(packer, "one.txt");
        byte[] bytes = Files.readAllBytes(file);
        int end = packer == Packer.TAR ? 3 * 512 : bytes.length; // what is behind is padding
        for (int length = packer == Packer.TAR ? 600 : 20; length < end; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> Archive.open(file), "cut off at " + length)
                            .getMessage());
            String kind = packer == Packer.ZIP ? "zip" : "tar";
            assertEquals(
                    packer.file + " is not a whole " + kind + " archive", message.substring(0, message.indexOf(':')));
        }
    }

    @Test
    void whatIsNoArchiveIsSaidSo() throws IOException {
        for (int length : new int[] {0, 1, 511, 512, 5000}) {
            Path file = Files.writeString(folder.resolve("a.bin"), "x".repeat(length));
            assertRefused("a.bin is neither a zip nor a tar archive", () -> Archive.open(file));
        }
    }

    @Test
    void linksInAZipAreRefused() throws IOException {
        Path file = archive(Packer.ZIP, "one.txt", "link");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int last = 0;
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            last = bytes.getInt(at) == MEMBER ? at : last;
        }
        bytes.putInt(last + 38, 0xA1FF << 16);
        Files.write(file, bytes.array());

        assertRefused("a.zip is refused: its member 'link' is a link", () -> Archive.open(file));
    }

    @Test
    void aMemberThatIsLargerThanItsZipSaysIsRefused() throws IOException {
        byte[] zip = Packer.ZIP.pack(Map.of("liar", new byte[5_000_000]));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == MEMBER) {
                bytes.putInt(at + 24, 10);
            }
        }

        try (Archive archive = Archive.open(Files.write(folder.resolve("a.zip"), zip))) {
            assertThrows(IOException.class, () -> archive.read("liar", 1000));
        }
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
