package arraysandtables.minigit;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class MiniGitHiddenTest {
    /** Versions for each check: so many that some are merges, and some folders hold several files. */
    private static final int DRAWS = 12;

    private static final List<String> FOLDERS = List.of("", "src/", "src/main/", "src.old/", "docs/");

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the id of any bytes is SHA-1 of header and content")
    void idsOfAnyBytes(RandomGenerator random) throws NoSuchAlgorithmException {
        byte[] content = new byte[random.nextInt(1000, 2000)];
        random.nextBytes(content);
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));

        assertEquals(HexFormat.of().formatHex(sha1.digest(content)), Objects.blobId(content), "blobId.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a tree does not depend on the order in which its entries are given")
    void treesOfAnyOrder(RandomGenerator random) {
        List<Entry> entries = new ArrayList<>();
        for (String name : List.of("a", "a.b", "a-b", "a0", "b", "Z", "é")) {
            entries.add(new Entry(name, random.nextBoolean(), Objects.blobId(new byte[random.nextInt(9)])));
        }
        byte[] tree = Objects.tree(entries);
        Collections.shuffle(entries, new Random(random.nextLong()));

        assertExact("tree", ints(tree), ints(Objects.tree(entries)), "Sort the entries, whatever order they come in.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("any commit is written line by line")
    void anyCommit(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            String tree = Objects.blobId(new byte[random.nextInt(99)]);
            List<String> parents = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> Objects.blobId(new byte[random.nextInt(99)]))
                    .toList();
            long seconds = random.nextLong(2_000_000_000L);
            String who = "Zoë Q <zoe@example.org> " + seconds + " +0530\n";
            String expected = "tree " + tree + "\n"
                    + String.join(
                            "",
                            parents.stream().map(id -> "parent " + id + "\n").toList()) + "author " + who
                    + "committer " + who + "\nÀ bientôt\n";
            Author author = new Author("Zoë Q", "zoe@example.org", seconds, "+0530");

            assertEquals(
                    expected,
                    new String(
                            Objects.commit(new Commit(tree, parents, author, "À bientôt\n")), StandardCharsets.UTF_8),
                    "the bytes of a commit, as text.");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("equal files have equal ids in every repository, and one changed character changes the id")
    void idsTellContents(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Map<String, String> files = files(random);
            String id = new Repository().snapshot(files);
            Map<String, String> reversed = new TreeMap<>(Comparator.<String>reverseOrder());
            reversed.putAll(files);
            Map<String, String> changed = new HashMap<>(files);
            changed.computeIfPresent(
                    List.copyOf(files.keySet()).get(random.nextInt(files.size())), (path, text) -> text + ".");

            assertEquals(id, new Repository().snapshot(reversed), "the id of a snapshot of the same files.");
            assertNotEquals(id, new Repository().snapshot(changed), "the id of a snapshot of changed files.");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("any files come back")
    void anyFilesComeBack(RandomGenerator random) {
        Repository repository = new Repository();
        Author author = new Author("A", "a@example.org", random.nextInt(1000), "+0000");
        List<Map<String, String>> versions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            versions.add(files(random));
            ids.add(repository.commit(versions.get(i), author, "Version " + i + "\n", List.of()));
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(versions.get(i), repository.files(ids.get(i)), "files of an earlier version.");
        }
    }

    @Graded(stage = 5, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("every branch has its own history, whatever order commits are made in")
    void branchesHaveTheirHistories(RandomGenerator random) {
        Repository repository = new Repository();
        Author author = new Author("A", "a@example.org", 7, "+0000");
        Map<String, List<String>> expected = new TreeMap<>();
        expected.put("main", new ArrayList<>());
        for (int i = 0; i < 25; i++) {
            String here = repository.current();
            if (i > 2 && random.nextInt(5) == 0) {
                String name = "branch " + i;
                repository.branch(name);
                expected.put(name, new ArrayList<>(expected.getOrDefault(here, List.of())));
            }
            if (i > 0 && random.nextBoolean()) {
                List<String> names = List.copyOf(repository.branches().keySet()).stream()
                        .sorted()
                        .toList();
                here = names.get(random.nextInt(names.size()));
                repository.switchTo(here);
            }
            String id = repository.commit(Map.of("step", i + "\n"), author, "Step\n", List.of());
            expected.getOrDefault(here, new ArrayList<>()).add(0, id);
            assertEquals(expected.get(here), repository.log(), "log.");
        }
    }

    private static Map<String, String> files(RandomGenerator random) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            files.put(
                    FOLDERS.get(random.nextInt(FOLDERS.size())) + "file" + random.nextInt(20) + ".txt",
                    "text " + random.nextInt(5) + "\n");
        }
        return files;
    }

    private static int[] ints(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).toArray();
    }
}
