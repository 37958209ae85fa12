package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ManifestTest {
    private final Manifest manifest = Manifest.ofLab();

    @Test
    void aSetReadAloneIsThatOfTheWholeManifest() {
        for (DataSet set : manifest.sets()) {
            assertEquals(Optional.of(set), Manifest.ofLab(set.name()));
        }
        assertEquals(Optional.empty(), Manifest.ofLab("mnist-none"));
        assertEquals(Optional.empty(), Manifest.ofLab("name"));
    }

    @Test
    void namesTheSetsOfTheRoadmap() {
        assertEquals(66, manifest.sets().size());
        assertEquals(
                manifest.sets().stream()
                        .sorted(Comparator.comparing(DataSet::name))
                        .toList(),
                manifest.sets());
    }

    @Test
    void knowsMnist() {
        DataSet mnist = manifest.set("mnist").orElseThrow();
        DataFile images = mnist.file("mnist/train-images-idx3-ubyte.gz").orElseThrow();

        assertEquals(LicenceClass.B, mnist.licenceClass());
        assertEquals("CC BY-SA 3.0, as the documentation of Keras states", mnist.licence());
        assertEquals(4, mnist.files().size());
        assertEquals(9_912_422, images.bytes());
        assertEquals(3, images.sources().size());
        assertEquals(
                "https://ossci-datasets.s3.amazonaws.com/mnist/train-images-idx3-ubyte.gz",
                images.sources().get(0).toString());
    }

    @Test
    void addressesAreSecureWhereTheyCanBe() {
        for (DataSet set : manifest.sets()) {
            for (DataFile file : set.files()) {
                List<String> schemes = file.sources().stream()
                        .filter(Source.Address.class::isInstance)
                        .map(source -> ((Source.Address) source).uri().getScheme())
                        .toList();
                assertEquals(
                        schemes.stream().sorted(Comparator.reverseOrder()).toList(),
                        schemes,
                        () -> file.path() + " must try https before http");
            }
        }
    }

    @Test
    void restrictedSetsAreOfClassC() {
        for (String name : List.of("ml-100k", "ml-latest-small", "ag-news", "titanic", "cifar10", "multi30k")) {
            assertEquals(LicenceClass.C, manifest.set(name).orElseThrow().licenceClass(), name);
        }
    }

    /**
     * There only on a machine that has such data: every file there that the manifest names is the one that it names.
     */
    @TestFactory
    @Tag("data")
    Stream<DynamicTest> agreesWithTheDataOfThisMachine() {
        String data = System.getenv("GRADUS_DATA");
        if (data == null || !Files.isDirectory(Path.of(data))) {
            return Stream.of();
        }
        DataFolder folder = new DataFolder(Path.of(data));
        return manifest.sets().stream()
                .filter(set -> Files.isDirectory(folder.path().resolve(set.name())))
                .map(set -> DynamicTest.dynamicTest(set.name(), () -> assertAgrees(folder, set)));
    }

    private static void assertAgrees(DataFolder folder, DataSet set) throws IOException {
        Set<Path> known = set.files().stream().map(folder::place).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(folder.path().resolve(set.name()))) {
            assertEquals(
                    List.of(),
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".part"))
                            .filter(file -> !known.contains(file))
                            .toList(),
                    "files that the manifest does not name");
        }
        for (DataFile file : set.files()) {
            assertTrue(folder.verify(file) != DataFolder.Presence.DIFFERENT, file.path());
        }
    }

    private static final String SETS = "name\ttitle\tclass\tlicence\tlicence_text\tsource\tunits\n";
    private static final String FILES = "path\tbytes\tsha256\tsources\tnote\n";
    private static final String SMALL = "small\tA title\tA\tCC0\t\ta book\tcm\n";
    private static final String HASH = "0".repeat(64);

    @Test
    void readsSetsAndFiles() throws IOException {
        Manifest read = read(
                SETS + SMALL,
                FILES + "small/a.csv\t10 20\t" + HASH + " " + HASH + "\thttps://a/b http://c/d\t\n"
                        + "small/all.zip\t9\t" + HASH + "\t\tzip made here\n" + "small/b.csv\t9\t" + HASH
                        + "\tall.zip#in/b.csv\t\n");

        DataSet small = read.set("small").orElseThrow();
        assertEquals("cm", small.units());
        assertEquals(20, small.files().get(0).maxBytes());
        assertEquals(
                List.of("https://a/b", "http://c/d"),
                small.files().get(0).sources().stream().map(Source::toString).toList());
        assertEquals("zip made here", small.files().get(1).note());
        assertEquals(
                List.of(new Source.Member("small/all.zip", "in/b.csv")),
                small.files().get(2).sources());
    }

    @Test
    void whatBreaksARuleIsRefused() {
        String file = "small/a.csv\t10\t" + HASH + "\thttps://a/b\t\n";
        assertRefused("the columns of files must be [path, bytes, sha256, sources, note]", SETS + SMALL, "path\n");
        assertRefused("small must have at least 1 file, but has none", SETS + SMALL, FILES);
        assertRefused("two sets have the name 'small'", SETS + SMALL + SMALL, FILES + file);
        assertRefused("two files have the path 'small/a.csv'", SETS + SMALL, FILES + file + file);
        assertRefused("other/a.csv is a file of no set", SETS + SMALL, FILES + file.replace("small", "other"));
        assertRefused(
                "an address must begin with https:// or http://, but was 'file:///etc/passwd'",
                SETS + SMALL,
                FILES + file.replace("https://a/b", "file:///etc/passwd"));
        assertRefused(
                "path must name a set and a file in it, such as iris/iris.csv, without .., but was 'small/../a.csv'",
                SETS + SMALL,
                FILES + file.replace("small/", "small/../"));
        assertRefused(
                "sha256 must be 64 small hexadecimal digits, but was 'abc'",
                SETS + SMALL,
                FILES + file.replace(HASH, "abc"));
        assertRefused("bytes must be > 0, but was 0", SETS + SMALL, FILES + file.replace("\t10\t", "\t0\t"));
        assertRefused(
                "small/a.csv comes from b.csv in small/all.zip, which is not a file of the set",
                SETS + SMALL,
                FILES + file.replace("https://a/b", "all.zip#b.csv"));
    }

    private static void assertRefused(String message, String sets, String files) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> read(sets, files))
                        .getMessage());
    }

    private static Manifest read(String sets, String files) throws IOException {
        return Manifest.of(
                Csv.headed("sets.tsv", sets.getBytes(StandardCharsets.UTF_8)),
                Csv.headed("files.tsv", files.getBytes(StandardCharsets.UTF_8)));
    }
}
