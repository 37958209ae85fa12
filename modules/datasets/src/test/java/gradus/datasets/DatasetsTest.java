package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.kit.NoData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void chooseTheFolder() {
        System.setProperty("gradus.data", folder.toString());
    }

    @AfterEach
    void forgetTheFolder() {
        System.clearProperty("gradus.data");
    }

    @Test
    void tablesThatAreNotPackedComeFromTheDataFolder() throws IOException {
        Path file = Files.createDirectories(folder.resolve("small")).resolve("t.csv");
        Files.writeString(file, "a,b\n1,2\n");

        assertEquals(file, Datasets.file("small/t.csv"));
        assertArrayEquals(new double[][] {{1, 2}}, Datasets.table("small/t.csv").numbers());
    }

    @Test
    void absentDataSayWhatToDo() {
        assertAbsent(
                "r-datasets/USArrests.csv",
                "The data set r-datasets is not on this machine: r-datasets/USArrests.csv is not in " + folder
                        + ". 'gradus data fetch r-datasets' gets it.");
        assertAbsent(
                "titanic/train.csv",
                "The data set titanic is not on this machine: titanic/train.csv is not in " + folder
                        + ". 'gradus data accept titanic' shows its terms, then 'gradus data fetch titanic' gets it.");
        for (String path : List.of("cora/cora.nodes.tsv", "mine/own.csv")) {
            assertAbsent(
                    path,
                    "The data set " + path.substring(0, 4) + " is not on this machine: " + path + " is not in " + folder
                            + ". Nobody offers that file: set GRADUS_DATA to a folder that holds it.");
        }
    }

    private static void assertAbsent(String path, String message) {
        assertEquals(
                message, assertThrows(NoData.class, () -> Datasets.table(path)).getMessage());
        assertEquals(
                message, assertThrows(NoData.class, () -> Datasets.file(path)).getMessage());
        assertEquals(
                message, assertThrows(NoData.class, () -> Datasets.lines(path)).getMessage());
    }

    @Test
    void aFileAndItsGzipStandForEachOther() throws IOException {
        Path set = Files.createDirectories(folder.resolve("small"));
        Files.write(set.resolve("t.txt.gz"), gzip("one\ntwo\n"));
        Files.writeString(set.resolve("plain.txt"), "\uFEFFthree");

        assertEquals(List.of("one", "two"), Datasets.lines("small/t.txt"));
        assertEquals(List.of("one", "two"), Datasets.lines("small/t.txt.gz"));
        assertEquals(List.of("three"), Datasets.lines("small/plain.txt.gz"));
    }

    @Test
    void linesInAnotherCharsetAreReadWhenItIsNamed() throws IOException {
        Path file = Files.createDirectories(folder.resolve("small")).resolve("t.txt");
        Files.write(file, "Amélie".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(List.of("Amélie"), Datasets.lines("small/t.txt", StandardCharsets.ISO_8859_1));
        assertEquals(
                "small/t.txt is not UTF-8; save it as UTF-8 and try again",
                assertThrows(IllegalArgumentException.class, () -> Datasets.lines("small/t.txt"))
                        .getMessage());
    }

    @Test
    void aDamagedGzipIsSaidSo() throws IOException {
        byte[] bytes = gzip("one\ntwo\n");
        Path file = Files.createDirectories(folder.resolve("small")).resolve("t.txt.gz");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));

        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Datasets.lines("small/t.txt"))
                        .getMessage());
        assertTrue(message.startsWith("small/t.txt is damaged: "), message);
    }

    @Test
    void linesOfAnArchivesMemberAreRead() throws IOException {
        Path file = Files.createDirectories(folder.resolve("small")).resolve("t.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("t/french"));
            zip.write("Amélie\nattend".getBytes(StandardCharsets.ISO_8859_1));
        }

        assertEquals(
                List.of("Amélie", "attend"), Datasets.lines("small/t.zip", "t/french", StandardCharsets.ISO_8859_1));
        assertRefused("small/t.zip#t/french is not UTF-8; save it as UTF-8 and try again", "small/t.zip", "t/french");
        assertRefused("t.zip has no member 't/greek'", "small/t.zip", "t/greek");
        assertThrows(NoData.class, () -> Datasets.lines("small/u.zip", "t/french", StandardCharsets.UTF_8));
    }

    private static void assertRefused(String message, String path, String member) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Datasets.lines(path, member, StandardCharsets.UTF_8))
                        .getMessage());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void picturesAreRead() throws IOException {
        Path file = Files.createDirectories(folder.resolve("small")).resolve("dot.png");
        BufferedImage dot = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(1, 0, 0xFF8040);
        ImageIO.write(dot, "png", file.toFile());

        assertEquals(0xFFFF8040, Datasets.image("small/dot.png").getRGB(1, 0));

        Files.writeString(file, "no picture");
        assertEquals(
                "small/dot.png is not a picture that Java can read",
                assertThrows(IllegalArgumentException.class, () -> Datasets.image("small/dot.png"))
                        .getMessage());
    }

    @Test
    void pathsStayInTheDataFolder() {
        for (String path :
                List.of("../secret.csv", "iris/../../x.csv", "/etc/passwd", "C:\\x.csv", "iris", "iris/", "")) {
            String message =
                    "path must name a set and a file in it, such as iris/iris.csv, without .., but was '" + path + "'";
            assertEquals(
                    message,
                    assertThrows(IllegalArgumentException.class, () -> Datasets.table(path))
                            .getMessage());
            assertThrows(IllegalArgumentException.class, () -> Datasets.file(path));
        }
    }

    @Test
    void theDataFolderIsThePropertyThenTheVariableThenTheCache() {
        Path root = folder.getRoot();
        Properties properties = new Properties();
        properties.setProperty("user.home", root.resolve("home/ada").toString());
        Map<String, String> cache =
                Map.of("XDG_CACHE_HOME", root.resolve("cache").toString());
        Map<String, String> both = Map.of(
                "XDG_CACHE_HOME",
                "elsewhere",
                "GRADUS_DATA",
                root.resolve("data").toString());

        assertEquals(new DataFolder(root.resolve("home/ada/.cache/gradus/data")), DataFolder.of(properties, Map.of()));
        assertEquals(
                new DataFolder(root.resolve("home/ada/.cache/gradus/data")),
                DataFolder.of(properties, Map.of("GRADUS_DATA", " ", "XDG_CACHE_HOME", "relative")));
        assertEquals(new DataFolder(root.resolve("cache/gradus/data")), DataFolder.of(properties, cache));
        assertEquals(new DataFolder(root.resolve("data")), DataFolder.of(properties, both));
        properties.setProperty("gradus.data", root.resolve("chosen").toString());
        assertEquals(new DataFolder(root.resolve("chosen")), DataFolder.of(properties, both));
    }
}
