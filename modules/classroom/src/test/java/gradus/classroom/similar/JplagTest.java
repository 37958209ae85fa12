package gradus.classroom.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Trouble;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where JPlag is kept, and where it is not. */
class JplagTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("it is kept in the user's cache")
    void places() {
        Properties properties = new Properties();
        properties.setProperty("user.home", "/home/ada");

        assertEquals(
                Path.of("/home/ada/.cache/gradus/programs/jplag-4.3.0"),
                Jplag.of(properties, Map.of()).folder());
        assertEquals(
                Path.of("/var/cache/gradus/programs/jplag-4.3.0"),
                Jplag.of(properties, Map.of("XDG_CACHE_HOME", "/var/cache")).folder());
    }

    @Test
    @DisplayName("it is on no class path of the lab")
    void noClassPath() {
        assertFalse(System.getProperty("java.class.path").contains("de" + File.separator + "jplag"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("de.jplag.JPlag"));
    }

    @Test
    @DisplayName("it is absent until it is fetched, and files that differ are not used")
    void differs() throws Exception {
        Jplag jplag = new Jplag(folder.resolve("jplag"));
        assertFalse(jplag.isHere());

        Files.createDirectories(jplag.folder());
        Files.write(jplag.folder().resolve("jplag-4.3.0.jar"), new byte[167_329]);

        String said = String.valueOf(assertThrows(Trouble.class, jplag::isHere).getMessage());
        assertTrue(said.contains("jplag-4.3.0.jar is absent, or is not what was published"), said);
        assertTrue(said.contains("Delete the folder " + jplag.folder()), said);
    }
}
