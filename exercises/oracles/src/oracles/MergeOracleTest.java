package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.mergehistories.Merge;
import arraysandtables.mergehistories.Merged;
import gradus.checks.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts whose lines are all different are merged as by the git command, conflicts included; skipped where there is
 * none.
 */
class MergeOracleTest {
    @TempDir
    Path folder;

    @Test
    @Evidence(LIBRARY)
    void agreesWithGit() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere(), "there is no git here");
        SplittableRandom random = new SplittableRandom(4);
        int nConflicts = 0;
        for (int draw = 0; draw < 40; draw++) {
            List<String> base =
                    IntStream.range(0, 12).mapToObj(i -> "line " + i).toList();
            List<String> ours = edited(base, "ours", random);
            List<String> theirs = edited(base, "theirs", random);
            Merged merged = Merge.threeWayMerge(base, ours, theirs);

            assertEquals(git(base, ours, theirs), merged.lines(), base + "\n" + ours + "\n" + theirs);
            nConflicts += merged.nConflicts();
        }
        assertTrue(nConflicts > 20, "conflicts in all merges: " + nConflicts);
    }

    private static List<String> edited(List<String> base, String who, SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        for (String line : base) {
            int change = random.nextInt(8);
            if (change != 0) {
                lines.add(change == 1 ? who + " instead of " + line : line);
            }
            if (change == 2) {
                lines.add(who + " after " + line);
            }
        }
        return lines;
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

    /**
     * git's merge in its style diff3, which leaves conflicts as they are, without the lines of the base that it adds.
     */
    private List<String> git(List<String> base, List<String> ours, List<String> theirs)
            throws IOException, InterruptedException {
        Files.write(folder.resolve("base"), base);
        Files.write(folder.resolve("ours"), ours);
        Files.write(folder.resolve("theirs"), theirs);
        Process process = new ProcessBuilder("git", "merge-file", "--diff3", "-p", "ours", "base", "theirs")
                .directory(folder.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<String> lines = new ArrayList<>();
        boolean isOfBase = false;
        for (String line : output.lines().toList()) {
            isOfBase = line.startsWith("|||||||") || isOfBase && !line.equals("=======");
            if (!isOfBase) {
                lines.add(line);
            }
        }
        return lines;
    }
}
