package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.FixtureLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What honest people write is allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HonestTest {
    private static final Path SOURCES = Path.of("src/test/resources/gradus/grader/verify/honest");

    private final Path folder;
    private final Trying trying;

    HonestTest(@TempDir Path folder) {
        this.folder = folder;
        this.trying = Trying.in(FixtureLab.copyTo(folder.resolve("lab")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Collecting", "Shapes", "Texts", "Lists", "Reading"})
    void isAllowed(String name) throws IOException {
        String file = name + ".java";

        assertEquals(List.of(), trying.source(file, Files.readString(SOURCES.resolve(file))));
    }

    /** The lab compiles for Java 17; newer compilers link text and switches otherwise. */
    @Test
    void isAllowedAsThisJavaCompilesIt() throws IOException {
        boolean hasPatterns = Runtime.version().feature() >= 21;
        Path source = folder.resolve("Attempt.java");
        Files.writeString(source, """
                package fixtures.mean;

                sealed interface Attempt permits Attempt.One, Attempt.Two {
                    record One(int x) implements Attempt {}

                    record Two(double y, String name) implements Attempt {}

                    static String words(Attempt attempt) {
                        return attempt + " is " + %s;
                    }
                }
                """.formatted(
                        hasPatterns
                                ? "switch (attempt) { case One(int x) when x > 1 -> x; case One one -> one.x();"
                                        + " case Two two -> two.y() + two.name(); }"
                                : "(attempt instanceof One one ? one.x() : 2)"));
        Path out = folder.resolve("out");

        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", out.toString(), source.toString());

        assertEquals(0, code);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                files.put("fixtures.mean." + name, Files.readAllBytes(file));
            }
        }
        assertTrue(files.size() >= 3);
        assertEquals(List.of(), trying.files(files));
    }
}
