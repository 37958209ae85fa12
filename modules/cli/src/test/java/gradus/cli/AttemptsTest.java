package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rooms as they were solved by who had the starter, the statement and the hints, and had not seen the reference: one
 * folder for each check on the way, named after the points that it earned, such as {@code 02-9-of-26}. The last one has
 * all.
 */
class AttemptsTest {
    private static final Path ATTEMPTS = Path.of("src/test/attempts");

    private static final String DATA = "gradus.data";

    @TempDir
    private Path workspace;

    private final @Nullable String data = System.getProperty(DATA);

    /** They were solved without data sets, whose checks have points of their own. */
    @BeforeEach
    void takeDataAway(@TempDir Path empty) {
        System.setProperty(DATA, empty.toString());
    }

    @AfterEach
    void giveDataBack() {
        if (data == null) {
            System.clearProperty(DATA);
        } else {
            System.setProperty(DATA, data);
        }
    }

    static List<Path> rooms() throws IOException {
        return list(ATTEMPTS);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void theyEarnWhatTheyEarned(Path room) throws IOException {
        String id = room.getFileName().toString();
        Terminal terminal = new Terminal(workspace);
        terminal.run("start", id);
        Path file = Path.of(JsonParser.parseString(checked(terminal, id))
                .getAsJsonObject()
                .get("file")
                .getAsString());
        List<Path> attempts = list(room);

        for (Path attempt : attempts) {
            for (Path source : list(attempt)) {
                Files.writeString(file.resolveSibling(source.getFileName()), Files.readString(source));
            }
            JsonObject outcome = JsonParser.parseString(checked(terminal, id)).getAsJsonObject();
            String name = attempt.getFileName().toString();
            String points = outcome.get("score").getAsInt() + "-of-"
                    + outcome.get("maxScore").getAsInt();
            assertEquals(name.substring(name.indexOf('-') + 1), points, () -> id + " " + name + ": " + outcome);
            boolean isLast = attempt.equals(attempts.get(attempts.size() - 1));
            assertEquals(isLast, outcome.get("outcome").getAsString().equals("passed"), name);
        }
        assertTrue(attempts.size() > 1, "nobody solves a room at the first go");
    }

    private static String checked(Terminal terminal, String room) {
        int code = terminal.run("check", room, "--seed", "1", "--json");
        assertNotEquals(ExitCode.FAULT, code, terminal.out());
        return terminal.out();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
