package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.kit.NoData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
        String message = "The data set r-datasets is not on this machine: r-datasets/USArrests.csv is not in " + folder
                + "; set GRADUS_DATA to a folder that holds r-datasets/USArrests.csv.";

        assertEquals(
                message,
                assertThrows(NoData.class, () -> Datasets.table("r-datasets/USArrests.csv"))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(NoData.class, () -> Datasets.file("r-datasets/USArrests.csv"))
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

        assertEquals(root.resolve("home/ada/.cache/gradus/data"), DataFolder.of(properties, Map.of()));
        assertEquals(
                root.resolve("home/ada/.cache/gradus/data"),
                DataFolder.of(properties, Map.of("GRADUS_DATA", " ", "XDG_CACHE_HOME", "relative")));
        assertEquals(root.resolve("cache/gradus/data"), DataFolder.of(properties, cache));
        assertEquals(root.resolve("data"), DataFolder.of(properties, both));
        properties.setProperty("gradus.data", root.resolve("chosen").toString());
        assertEquals(root.resolve("chosen"), DataFolder.of(properties, both));
    }
}
