package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watch mode in a real terminal, driven through tmux as a learner's hands would. */
@Tag("system")
class WatchTest {
    private static final String KEYS = "q quit";

    @TempDir
    private Path folder;

    private Path file = Path.of("none");
    private String right = "";
    private String wrong = "";

    @BeforeEach
    void writeAMistake() throws IOException {
        new Terminal(folder).run("solution", "pca", "--apply", "--yes");
        file = folder.resolve("src/decompositions/pca/Pca.java");
        right = Files.readString(file);
        wrong = right.replace(
                "return Matrix.times(Matrix.minusRow(X, mean)",
                "return Matrix.times(Matrix.minusRow(X, Matrix.columnMeans(X))");
        assertFalse(right.equals(wrong));
        Files.writeString(file, wrong);
    }

    @AfterEach
    void closeTheTerminal() throws IOException, InterruptedException {
        tmux("kill-server");
    }

    @Test
    void savesVerdictsAndKeys() throws IOException, InterruptedException {
        watch("pca");
        String first = await("Failed: ", KEYS);
        assertTrue(first.contains("This is what code gives that "), first);
        assertTrue(first.contains("\n" + "h hint   f figure   s solution   n next room   l list"), first);

        press("h");
        assertTrue(await("Hint 1 of 5", KEYS).contains("Failed: "), "the verdict stays in sight");
        press("h");
        await("Hint 2 of 5", KEYS);
        press("s");
        await("You have not solved pca yet. See its solution all the same? Press y if so.");
        press("x");
        press("f");
        await("Picture: ", KEYS);

        Path other = folder.resolve("src/decompositions/pca/.Pca.java.part");
        Files.writeString(other, right.replace("columnMeans(X);", "columnMeans(X); while (mean != null) {}"));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        await("Checking …");
        Files.writeString(file, right);
        String solved = await("Passed: ", KEYS);
        assertTrue(solved.contains("You solved it. This is what you can do now:\n  ✓ Learn the components\n"), solved);
        assertFalse(solved.contains("Failed: "), solved);

        press("n");
        List<Room> rooms = Checkout.open(Checkout.homeOf(Path.of(""))).roadmap().rooms();
        Room upNext = rooms.stream()
                .dropWhile(room -> !room.id().equals("pca"))
                .skip(1)
                .filter(room -> room.requires().isEmpty() || room.requires().equals(List.of("pca")))
                .findFirst()
                .orElseGet(() -> rooms.get(0));
        String next = await(upNext.title(), "Not attempted: 0 of ", KEYS);
        assertFalse(next.contains("Principal component"), next);
        press("l");
        await("passed      pca", KEYS);
        press("q");
        await("exit code 0");
    }

    @Test
    void ctrlCEndsItAndTheTerminalIsAsBefore() throws IOException, InterruptedException {
        watch("pca");
        await("Failed: ", KEYS);

        tmux("send-keys", "C-c");
        await("exit code 0");
        press("echo still echoes");
        await("echo still echoes");
    }

    @Test
    void withoutATerminalEveryVerdictIsALineAfterTheOther() throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgradus.home=" + Checkout.homeOf(Path.of("")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "watch",
                        "pca",
                        "--workspace",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            awaitIn(said, "Failed: ", "\nChecked at ");
            Files.writeString(file, right);
            String all = awaitIn(said, "Passed: ", "\nSee what you made: 'gradus figure pca'. Next: 'gradus start ");
            assertTrue(all.indexOf("Failed: ") < all.indexOf("Passed: "), all);
            assertTrue(all.chars().noneMatch(c -> c < ' ' && c != '\n'), "no control characters");
            assertFalse(all.contains("Press "), all);
            assertTrue(process.isAlive(), all);
        } finally {
            process.destroy();
        }
    }

    /** What a file holds as soon as it holds all of these texts. */
    private static String awaitIn(Path file, String... texts) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        String content = "";
        while (!List.of(texts).stream().allMatch(content::contains)) {
            assertTrue(Instant.now().isBefore(end), content);
            Thread.sleep(20);
            content = Files.readString(file);
        }
        return content;
    }

    private void watch(String room) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "trap : INT; '" + java + "' -Dgradus.terminal=true '-Dgradus.home="
                + Checkout.homeOf(Path.of("")) + "' -cp '"
                + System.getProperty("java.class.path") + "' " + Main.class.getName() + " watch " + room
                + " --workspace '" + folder + "'; echo exit code $?; cat";
        Path script = folder.resolve("watch.sh");
        Files.writeString(script, command);
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "250", "sh", script.toString());
    }

    private void press(String keys) throws IOException, InterruptedException {
        tmux("send-keys", "-l", keys);
    }

    /** What is on the screen as soon as it holds all of these texts. */
    private String await(String... texts) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        String screen = "";
        while (Instant.now().isBefore(end)) {
            screen = tmux("capture-pane", "-p");
            if (List.of(texts).stream().allMatch(screen::contains)) {
                return screen;
            }
            Thread.sleep(20);
        }
        assertEquals(String.join(" and ", texts), screen);
        return screen;
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("tmux", "-S", folder.resolve("socket").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
