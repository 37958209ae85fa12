package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room may use the libraries that it names, and not what comes with them. */
class JarPackagesTest {
    @TempDir
    Path folder;

    private Path jar(String path, String... names) throws IOException {
        Path jar = folder.resolve(path);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return jar;
    }

    @Test
    void namedOnesOnly() throws IOException {
        List<Path> jars = List.of(
                jar("tech/tablesaw/tablesaw-core/1/t.jar", "tech/tablesaw/api/Table.class", "META-INF/x/A.class"),
                jar("it/unimi/dsi/fastutil/1/f.jar", "it/unimi/dsi/fastutil/A.class"),
                jar("ai/djl/api/1/a.jar", "ai/djl/nn/Block.class"));
        JarPackages tables = new JarPackages(List.of("tech.tablesaw:tablesaw-core"), jars);
        JarPackages djl = new JarPackages(List.of("gradus:djl:pom"), jars);

        assertTrue(tables.contains("tech/tablesaw/api/Table"));
        assertTrue(tables.contains("tech/tablesaw/api/Row$1"));
        assertFalse(tables.contains("tech/tablesaw/io/Source"));
        assertFalse(tables.contains("it/unimi/dsi/fastutil/A"));
        assertFalse(tables.contains("ai/djl/nn/Block"));
        assertTrue(djl.contains("ai/djl/nn/Block"));
        assertFalse(new JarPackages(List.of(), jars).contains("ai/djl/nn/Block"));
    }
}
