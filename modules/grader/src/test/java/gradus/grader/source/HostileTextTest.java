package gradus.grader.source;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.fuzz.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands in a learner's file, it is compiled, or it is told in words why not. */
class HostileTextTest {
    private static final Path FIXTURES = Path.of("src/test/lab/exercises/fixtures/src/fixtures");
    private static final String PATH = "fixtures/vault/Vault.java";
    private static final List<String> ODDITIES = List.of(
            "{",
            "}",
            "(",
            "((((((((",
            "\"",
            "\"\"\"",
            "'",
            "/*",
            "*/",
            "//",
            "\\",
            "\\u",
            "\\u0022",
            "\\u002a\\u002f",
            "\\uuuu007b",
            "\r",
            "\r\n",
            "\u2028",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "\ud800",
            "\ufeff",
            "@",
            "<<<<<",
            "-> ",
            "record",
            "sealed ",
            "yield ",
            "case ",
            "import a.b;",
            "package x;",
            "// begin solution: x\n",
            "// end solution\n",
            "0x",
            "1e999",
            "99999999999");

    private static List<String> right() {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(HostileTextTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Timeout(300)
    void someMutatedTextsAreReadOrRefused() {
        face(Mutations.printed("texts"), 2_000, 10);
    }

    @Test
    @Tag("system")
    @Timeout(300)
    void manyMutatedTextsAreReadOrRefused() {
        face(Mutations.printed("texts"), 200_000, 200);
    }

    private static void face(Mutations mutations, int nRead, int nCompiled) {
        List<String> right = right();
        for (int i = 0; i < nRead; i++) {
            readIn(new Source(PATH, mutations.text(right, ODDITIES)), mutations);
        }
        for (int i = 0; i < nCompiled; i++) {
            compile(new Source(PATH, mutations.text(right, ODDITIES)));
        }
    }

    /** What is done with a text before the compiler sees it, and to show a place in it. */
    private static void readIn(Source source, Mutations mutations) {
        Braces braces = Braces.of(source);
        braces.tooDeep();
        braces.odd();
        int offset = mutations.below(source.text().length() + 1);
        Problem problem = Problem.of(source, offset, source.text(), "");
        String words = problem.inWords();

        assertTrue(
                words.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)),
                () -> "it moves the cursor: " + words);
        assertTrue(problem.excerpt().length() < 400, problem.excerpt());
    }

    private static void compile(Source source) {
        Salvage salvage = Isolation.compile(List.of(source), List.of(), Map.of(), Set.of("fixtures.vault.Vault"));

        assertNotNull(salvage);
        if (salvage instanceof Salvage.Lost lost) {
            assertTrue(!lost.problems().isEmpty() && !lost.why().isEmpty());
        }
        try {
            Starter.of(source);
        } catch (IllegalArgumentException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("Vault.java:"), e.getMessage());
        }
    }
}
