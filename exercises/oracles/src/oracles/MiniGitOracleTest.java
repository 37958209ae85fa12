package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.minigit.Author;
import arraysandtables.minigit.Repository;
import gradus.checks.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids of random versions, with branches and merges, are those of the git command; skipped where there is none. */
class MiniGitOracleTest {
    private static final List<String> FOLDERS = List.of("", "lib/", "lib.old/", "lib-a/", "lib0/", "lib/deep/");

    @TempDir
    Path folder;

    @Test
    @Evidence(LIBRARY)
    void agreesWithGit() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere(), "there is no git here");
        SplittableRandom random = new SplittableRandom(8);
        Repository ours = new Repository();
        git(0, "init", "-q", "-b", "main", ".");
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            String name = FOLDERS.get(random.nextInt(FOLDERS.size())) + "f" + random.nextInt(9) + ".txt";
            if (files.containsKey(name) && random.nextBoolean()) {
                Files.delete(folder.resolve(name));
                files.remove(name);
            } else {
                String text = "Zoë\n".repeat(random.nextInt(4)) + i;
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), text);
                files.put(name, text);
            }
            List<String> merged = new ArrayList<>();
            if (i == 8) {
                ours.branch("idea");
                ours.switchTo("idea");
                git(i, "switch", "-q", "-c", "idea");
            }
            if (i == 12) {
                ours.switchTo("main");
                git(i, "symbolic-ref", "HEAD", "refs/heads/main");
            }
            if (i == 14) {
                merged.add(ours.branches().get("idea"));
                Files.writeString(folder.resolve(".git/MERGE_HEAD"), merged.get(0) + "\n");
            }
            git(i, "add", "-A");
            git(i, "commit", "-q", "--allow-empty", "-m", "Version " + i);

            String id = ours.commit(files, author(i), "Version " + i + "\n", merged);
            assertEquals(git(i, "rev-parse", "HEAD"), id, "version " + i);
        }
        assertEquals(git(0, "rev-list", "--first-parent", "HEAD").lines().toList(), ours.log());
    }

    private static Author author(int i) {
        return new Author("Ann Q", "ann@example.org", 1_700_000_000L + 60L * i, "+0530");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String git(int i, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Author author = author(i);
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", author.name());
            builder.environment().put("GIT_" + role + "_EMAIL", author.email());
            builder.environment().put("GIT_" + role + "_DATE", author.seconds() + " " + author.zone());
        }
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
