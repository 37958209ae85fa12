package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.grader.FixtureLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each line of the tables is refused in line 5, for that reason, and for nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedTest {
    private static final Path TABLES = Path.of("src/test/resources/gradus/grader/verify");
    private static final String ARROW = "  ->  ";

    private final Trying trying;

    RefusedTest(@TempDir Path folder) {
        trying = Trying.in(FixtureLab.copyTo(folder));
    }

    @TestFactory
    Stream<DynamicTest> statements() throws IOException {
        return table("refused-statements.txt", trying::statement);
    }

    @TestFactory
    Stream<DynamicTest> members() throws IOException {
        return table("refused-members.txt", trying::member);
    }

    private static Stream<DynamicTest> table(String name, Function<String, List<Refusal>> trying) throws IOException {
        return expected(name).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertEquals(
                                entry.getValue().stream().sorted().toList(),
                                trying.apply(entry.getKey()).stream()
                                        .map(Refusal::inWords)
                                        .sorted()
                                        .toList())));
    }

    /** What is said of each source. */
    private static Map<String, List<String>> expected(String table) throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        String reason = "";
        for (String line : Files.readAllLines(TABLES.resolve(table))) {
            if (!line.isBlank()) {
                int arrow = line.indexOf(ARROW);
                if (arrow < 0) {
                    reason = line;
                } else {
                    expected.computeIfAbsent(line.substring(0, arrow).strip(), source -> new ArrayList<>())
                            .add("Attempt.java:5: " + line.substring(arrow + ARROW.length())
                                    + " is not allowed in a room: " + reason);
                }
            }
        }
        return expected;
    }
}
