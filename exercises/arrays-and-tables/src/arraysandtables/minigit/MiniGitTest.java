package arraysandtables.minigit;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ids are from the book Pro Git, where it says so, and else from git 2.39. */
class MiniGitTest {
    private static final String EMPTY_BLOB = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
    private static final String EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    private static final String VERSION_1 = "83baae61804e65cc73a7201a7252750c76066a30";

    @Graded(stage = 1, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the id of a content is the one that git gives it")
    void idsOfContents() {
        assertEquals(
                EMPTY_BLOB,
                Objects.blobId(new byte[0]),
                "blobId of nothing: SHA-1 of 'blob 0' and a byte 0. It is the best known id of all.");
        assertEquals(
                "d670460b4b4aece5915caf5c68d12f560a9fe3e4",
                Objects.blobId(bytes("test content\n")),
                "blobId of 'test content' and a line break, from Pro Git: the header is 'blob 13' and a byte 0.");
    }

    @Graded(stage = 1)
    @Evidence(LIBRARY)
    @DisplayName("the id counts bytes, not characters")
    void idsCountBytes() {
        assertEquals(
                "7017161889e6b7c901cca628f7be00a9573094a3",
                Objects.blobId(bytes("Zoë\n")),
                "blobId of 'Zoë' and a line break: four characters, but five bytes in UTF-8.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the type belongs to the id")
    void idsKnowTheirType() {
        assertEquals(
                EMPTY_TREE, Objects.id("tree", new byte[0]), "id of an empty tree: it is not that of an empty blob.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("a tree lists its files with mode, name and id")
    void treesListFiles() {
        assertEquals(
                "d8329fc1cc938780ffdd9f94e0d364e0ea74f579",
                Objects.id("tree", Objects.tree(List.of(new Entry("test.txt", false, VERSION_1)))),
                "id of a tree with the file test.txt, from Pro Git: '100644 test.txt', a byte 0, and the id as 20 bytes.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(LIBRARY)
    @DisplayName("the entries of a tree are ordered by name, a folder as if its name ended with /")
    void treesAreOrdered() {
        List<Entry> entries = List.of(
                new Entry("test.txt", false, VERSION_1),
                new Entry("lib", true, "0685a16c7efc3846f5ca6c9e541bf20d9475de91"),
                new Entry("lib0", false, "fa7af8bf5fdd704f73beb3adc5612682a98e1af5"),
                new Entry("lib.txt", false, EMPTY_BLOB),
                new Entry("lib-a", false, "c1b0730e0133447badcfd47fd144e254807b06e1"));

        assertEquals(
                "22a345ff6e519a88de0f55e83e7541c4bcb4cdb1",
                Objects.id("tree", Objects.tree(entries)),
                "id of a tree with lib-a, lib.txt, the folder lib, lib0 and test.txt: that is their order, because '-', '.',"
                        + " '/' and '0' follow one another. A folder has the mode 40000.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(LIBRARY)
    @DisplayName("a commit names its tree, its author and its message")
    void commitsNameTheirTree() {
        Commit commit = new Commit(
                "d8329fc1cc938780ffdd9f94e0d364e0ea74f579",
                List.of(),
                new Author("Scott Chacon", "schacon@gmail.com", 1_243_040_974, "-0700"),
                "First commit\n");

        assertEquals(
                """
                tree d8329fc1cc938780ffdd9f94e0d364e0ea74f579
                author Scott Chacon <schacon@gmail.com> 1243040974 -0700
                committer Scott Chacon <schacon@gmail.com> 1243040974 -0700

                First commit
                """, new String(Objects.commit(commit), StandardCharsets.UTF_8), "the bytes of a commit, as text.");
        assertEquals(
                "70d4408b5020e81d19906d6abdd87a73233ebf34",
                Objects.id("commit", Objects.commit(commit)),
                "id of that commit.");
    }

    @Graded(stage = 3)
    @DisplayName("a merge names all its parents, in their order")
    void mergesNameTheirParents() {
        String[] lines = new String(
                        Objects.commit(new Commit(EMPTY_TREE, List.of(VERSION_1, EMPTY_BLOB), ann(), "Merge\n")),
                        StandardCharsets.UTF_8)
                .split("\n");

        assertEquals(
                List.of("tree " + EMPTY_TREE, "parent " + VERSION_1, "parent " + EMPTY_BLOB),
                List.of(lines).subList(0, Math.min(3, lines.length)),
                "the first lines of a commit with two parents.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("a snapshot of files in folders has the id that git gives it")
    void snapshotsOfFolders() {
        assertEquals(
                "3c4e9cd789d88d8d89c1073707c3585e41b0e614",
                new Repository()
                        .snapshot(Map.of(
                                "bak/test.txt", "version 1\n", "new.txt", "new file\n", "test.txt", "version 2\n")),
                "id of a tree with bak/test.txt, new.txt and test.txt, from Pro Git: each folder is a tree of its own.");
        assertEquals(
                "418e644d647170bcbe4ea4dffe2384a1534a2cf3",
                new Repository().snapshot(Map.of("a/b/c.txt", "version 1\n")),
                "id of a tree with a/b/c.txt, from git: a holds b, and b holds c.txt.");
        assertEquals(EMPTY_TREE, new Repository().snapshot(Map.of()), "id of a snapshot of no files.");
    }

    @Graded(stage = 4)
    @DisplayName("files come back from any version as they were, whatever came after it")
    void filesComeBack() {
        Repository repository = new Repository();
        Map<String, String> first = Map.of("a/b/c.txt", "deep\n", "a/d.txt", "", "e.txt", "Zoë\n");
        String one = repository.commit(first, ann(), "One\n", List.of());
        String two = repository.commit(Map.of("e.txt", "other\n"), ann(), "Two\n", List.of());

        assertEquals(first, repository.files(one), "files of the first commit: each has its whole path.");
        assertEquals(
                Map.of("e.txt", "other\n"), repository.files(two), "files of the second commit, which has only e.txt.");
    }

    @Graded(stage = 4)
    @DisplayName("what is equal is kept once")
    void equalContentsAreKeptOnce() {
        Repository repository = new Repository();
        repository.snapshot(Map.of("x/1.txt", "same\n", "x/2.txt", "same\n", "y/1.txt", "same\n", "y/2.txt", "same\n"));

        assertEquals(
                3,
                repository.nObjects(),
                "objects of four equal files in two equal folders: one content, one folder, and the outermost folder.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(LIBRARY)
    @DisplayName("a commit stands on the one before it, and log lists them newest first")
    void logListsNewestFirst() {
        Repository repository = new Repository();
        Author scott = new Author("Scott Chacon", "schacon@gmail.com", 1_243_040_974, "-0700");
        String one = repository.commit(Map.of("test.txt", "version 1\n"), scott, "First commit\n", List.of());
        String two = repository.commit(Map.of("test.txt", "version 2\n"), ann(), "Second\n", List.of());

        assertEquals("70d4408b5020e81d19906d6abdd87a73233ebf34", one, "id of the first commit, which has no parent.");
        assertEquals(List.of(one), repository.read(two).parents(), "parents of the second commit.");
        assertEquals(List.of(two, one), repository.log(), "log after two commits.");
        assertEquals(Map.of("main", two), repository.branches(), "branches: main moves on with every commit.");
        assertEquals(List.of(), new Repository().log(), "log of a new repository.");
    }

    @Graded(stage = 5)
    @DisplayName("a branch is a second name for a commit, and only the current one moves")
    void branchesMoveOneByOne() {
        Repository repository = new Repository();
        String one = repository.commit(Map.of("a", "1"), ann(), "One\n", List.of());
        repository.branch("idea");
        assertEquals("main", repository.current(), "the current branch after branch(idea): it stays where you were.");
        String two = repository.commit(Map.of("a", "2"), ann(), "Two\n", List.of());
        repository.switchTo("idea");
        String three = repository.commit(Map.of("a", "3"), ann(), "Three\n", List.of());

        assertEquals(Map.of("main", two, "idea", three), repository.branches(), "branches after a commit on each.");
        assertEquals(List.of(three, one), repository.log(), "log of idea: it knows nothing of main's second commit.");
    }

    @Graded(stage = 5)
    @DisplayName("a merge has the branch's own commit as its first parent")
    void mergesHaveTwoParents() {
        Repository repository = new Repository();
        String one = repository.commit(Map.of("a", "1"), ann(), "One\n", List.of());
        repository.branch("idea");
        repository.switchTo("idea");
        String two = repository.commit(Map.of("a", "2"), ann(), "Two\n", List.of());
        repository.switchTo("main");
        String merge = repository.commit(Map.of("a", "2"), ann(), "Merge idea\n", List.of(two));

        assertEquals(List.of(one, two), repository.read(merge).parents(), "parents of the merge.");
        assertEquals(List.of(merge, one), repository.log(), "log of main: from a merge on to its first parent.");
    }

    @Test
    void badInputIsRefused() {
        Repository repository = new Repository();
        assertRefused("id must be that of a commit, but was abc", () -> repository.read("abc"));
        assertRefused("the branch main must have a commit, but has none", () -> repository.branch("idea"));
        assertRefused("name must be that of a branch, but was idea", () -> repository.switchTo("idea"));
    }

    private static Author ann() {
        return new Author("Ann Arbor", "ann@example.org", 1_700_000_000, "+0100");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
