package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.intake.Collection;
import gradus.classroom.intake.Collection.Entry;
import gradus.classroom.intake.Collection.Fate;
import gradus.classroom.intake.Inbox;
import gradus.classroom.intake.Received;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTest {
    private static final Instant DUE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String VECTORS = "package linearalgebra.vectorops;\npublic final class Vectors {}\n";

    @TempDir
    Path folder;

    private Course course = new Course(Path.of(""), "", Optional.empty());
    private Path work = Path.of("");

    @BeforeEach
    void open() throws IOException {
        course = Course.create(folder.resolve("class"), "Made up");
        work = Files.createDirectories(folder.resolve("work"));
        new Roster(List.of(
                        new Person("ada", "Ada Lovelace", "ada@x.org", Map.of("canvas:ID", "1001")),
                        new Person("bob", "Bob Builder", "bob@x.org", Map.of("canvas:ID", "1002")),
                        new Person("cyd", "Zo\u00eb Cyd", "cyd@x.org", Map.of())))
                .write(course);
        Files.writeString(course.assignmentFile("hw1"), """
                title: Homework
                due: 2026-11-20T12:00:00Z
                late: {percent-per-day: 10, days: 3, grace-minutes: 5}
                seed: 0123456789abcdef
                hints: yes
                hidden-checks: yes
                rooms: [{room: vector-ops, points: 10}]
                """);
    }

    private Collection collect(Path source) throws IOException {
        return collect(source, Optional.empty(), NOW);
    }

    private Collection collect(Path source, Optional<Instant> received, Instant now) throws IOException {
        Assignment assignment = AssignmentFile.read(course, "hw1", MadeUpWork.CHECKOUT.roadmap());
        return Collection.of(
                course, assignment, Roster.of(course), MadeUpWork.CHECKOUT.roadmap(), source, received, now);
    }

    private static Entry entry(Collection collection, String who) {
        return collection.entries().stream()
                .filter(entry -> entry.who().equals(who))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who + " is not in " + collection));
    }

    private static void isRefused(Collection collection, String who, String words) {
        Entry entry = entry(collection, who);
        assertEquals(Fate.REFUSED, entry.fate(), entry::toString);
        assertTrue(String.join(" ", entry.notes()).contains(words), entry::toString);
        assertTrue(collection.hasTrouble());
    }

    private Path write(String path, String text) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(DUE.minusSeconds(3600)));
        return file;
    }

    private static void zip(Path file, Map<String, byte[]> members) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(DUE.minusSeconds(3600)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Received counting(String id) {
        Person person = Roster.of(course).person(id).orElseThrow();
        return Inbox.of(course, "hw1").counting(person).orElseThrow();
    }

    @Test
    void aFolderOfFoldersIsKeptAsItCame() throws IOException {
        write("ada/src/Vectors.java", VECTORS);
        write("ada/notes.txt", "for me");

        Collection collection = collect(work);

        assertEquals(Fate.COLLECTED, entry(collection, "ada").fate());
        assertEquals(Fate.MISSING, entry(collection, "bob").fate());
        assertFalse(collection.hasTrouble());
        Received received = counting("ada");
        assertEquals(VECTORS, Files.readString(received.folder().resolve("src/Vectors.java")));
        assertEquals("for me", Files.readString(received.folder().resolve("notes.txt")));
        assertEquals(DUE.minusSeconds(3600), received.received());
        assertEquals(Fate.UNCHANGED, entry(collect(work), "ada").fate());
    }

    @Test
    void peopleAreFoundByNameAddressAndId() throws IOException {
        write("Lovelace Ada/Vectors.java", VECTORS);
        write("BOB@X.ORG/Vectors.java", VECTORS);
        write("zoe cyd/Vectors.java", VECTORS);

        Collection collection = collect(work);

        assertEquals(3, collection.count(Fate.COLLECTED), collection::toString);
        assertTrue(
                String.join(" ", entry(collection, "ada").notes()).contains("The same files as bob, cyd."),
                collection::toString);
    }

    @Test
    void strangersAreNamed() throws IOException {
        write("eve/Vectors.java", VECTORS);

        Collection collection = collect(work);

        assertEquals(Fate.UNKNOWN, entry(collection, "eve").fate());
        assertEquals(
                List.of("Nobody in the roster has this id, address or name."),
                entry(collection, "eve").notes());
    }

    @Test
    void canvasExport() throws IOException {
        Path export = folder.resolve("submissions.zip");
        zip(
                export,
                Map.of(
                        "lovelaceada_1001_55_Vectors.java", bytes(VECTORS),
                        "lovelaceada_1001_56_Bases-1.java", bytes("class Bases {}"),
                        "builderbob_LATE_1002_57_Vectors.java", bytes(VECTORS)));

        Collection collection = collect(export);

        assertEquals(2, collection.count(Fate.COLLECTED), collection::toString);
        assertTrue(Files.exists(counting("ada").folder().resolve("Bases.java")));
        assertEquals(DUE, counting("ada").received());
        assertTrue(
                String.join(" ", entry(collection, "bob").notes())
                        .contains("Canvas says that it was late, but not when it came"),
                collection::toString);
    }

    @Test
    void moodleExportWithArchives() throws IOException {
        write("Ada Lovelace_12_assignsubmission_file_/Vectors.java", VECTORS);
        zip(
                work.resolve("Bob Builder_13_assignsubmission_file_/mine.zip"),
                Map.of("deep/down/Vectors.java", bytes(VECTORS)));

        Collection collection = collect(work);

        assertEquals(2, collection.count(Fate.COLLECTED), collection::toString);
        assertTrue(Files.exists(counting("bob").folder().resolve("deep/down/Vectors.java")));
    }

    @Test
    void gradescopeExportSaysWhoAndWhen() throws IOException {
        write("submission_9/Vectors.java", VECTORS);
        write("submission_metadata.yml", """
                ---
                submission_9:
                  :submitters:
                  - :name: Ada Lovelace
                    :sid: ada
                    :email: ada@x.org
                  :created_at: 2026-11-20 11:00:00.123456000 Z
                """);

        collect(work);

        assertEquals(
                Instant.parse("2026-11-20T11:00:00.123456Z"), counting("ada").received());
    }

    @Test
    void aCloneCountsAsItWasAtTheDeadline() throws IOException, GitAPIException {
        Path clone = Files.createDirectories(work.resolve("ada"));
        try (Git git = Git.init().setDirectory(clone.toFile()).call()) {
            commit(git, VECTORS, DUE.minusSeconds(60));
            commit(git, VECTORS + "// later\n", DUE.plusSeconds(60));
        }

        collect(work);

        assertEquals(VECTORS, Files.readString(counting("ada").folder().resolve("Vectors.java")));
        assertEquals(DUE.minusSeconds(60), counting("ada").received());
    }

    private static void commit(Git git, String text, Instant when) throws IOException, GitAPIException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve("Vectors.java"), text);
        git.add().addFilepattern(".").call();
        PersonIdent ident = new PersonIdent("Ada", "ada@x.org", when, java.time.ZoneOffset.UTC);
        git.commit()
                .setMessage("Work")
                .setAuthor(ident)
                .setCommitter(ident)
                .setSign(false)
                .call();
    }

    @Test
    void archivesThatLeadOutsideHoldLinksOrArchivesAreRefusedAndOthersCollected() throws IOException {
        zip(work.resolve("ada.zip"), Map.of("../../evil.java", bytes("x")));
        zip(work.resolve("bob.zip"), Map.of("inner.zip", bytes("x"), "Vectors.java", bytes(VECTORS)));
        write("cyd/Vectors.java", VECTORS);

        Collection collection = collect(work);

        isRefused(collection, "ada", "its member '../../evil.java' would lie outside the archive's folder");
        isRefused(collection, "bob", "it holds another archive, inner.zip: unpack that one first");
        assertEquals(Fate.COLLECTED, entry(collection, "cyd").fate());
        try (Stream<Path> all = Files.walk(folder)) {
            assertTrue(all.noneMatch(file -> file.endsWith("evil.java")));
        }
    }

    @Test
    void bombsAndMassesAreRefused() throws IOException {
        zip(work.resolve("ada.zip"), Map.of("zeros.java", new byte[64 << 20]));
        for (int i = 0; i < 300; i++) {
            write("bob/File" + i + ".java", "class X {}");
        }
        Path cyd = Files.createDirectories(work.resolve("cyd"));
        Files.createSymbolicLink(cyd.resolve("Vectors.java"), work.resolve("ada.zip"));

        Collection collection = collect(work);

        isRefused(collection, "ada", "zeros.java");
        isRefused(collection, "bob", "it has more than 200 files");
        isRefused(collection, "cyd", "Vectors.java is a link or a device");
    }

    @Test
    void largeArchivesAreNotEvenOpened() throws IOException {
        Path file = work.resolve("ada.zip");
        Files.write(file, bytes("PK"));
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.allocate(1), 300L << 20);
        }

        isRefused(collect(work), "ada", "it has 300 MiB, but an archive of one person may have 32");
    }

    @Test
    void whatIsForSomethingElseIsSaid() throws IOException {
        write("ada/Vectors.class", "compiled");
        write("bob/Pca.java", "package decompositions.pca;\nclass Pca {}\n");

        Collection collection = collect(work);

        assertTrue(
                String.join(" ", entry(collection, "ada").notes())
                        .contains("There is Vectors.class, which is compiled: the source is what can be graded."),
                collection::toString);
        assertTrue(
                String.join(" ", entry(collection, "bob").notes())
                        .contains("These files are for pca, which this assignment does not have."),
                collection::toString);
    }

    @Test
    void theReferenceIsRecognised() throws IOException {
        for (Source source : RoomClasses.read(MadeUpWork.ROOM, MadeUpWork.ROOM.sources())) {
            String own = source.text().replace("{\n", "{ // mine\n").replace("    ", "\t");
            write("ada/" + source.fileName(), own);
            write("bob/" + source.fileName(), own.replaceFirst("return ", "return 0 + "));
        }

        Collection collection = collect(work);

        String words = "What is there for vector-ops is the reference, but for comments and blanks.";
        assertTrue(entry(collection, "ada").notes().contains(words), collection::toString);
        assertFalse(entry(collection, "bob").notes().contains(words), collection::toString);
    }

    @Test
    void theLastOneCountsAndTheOthersStay() throws IOException {
        write("ada/Vectors.java", VECTORS);
        collect(work);
        Path again = Files.createDirectories(folder.resolve("again"));
        work = again;
        write("ada/Vectors.java", VECTORS + "// better\n");

        collect(again, Optional.empty(), NOW.plusSeconds(60));

        Person ada = Roster.of(course).person("ada").orElseThrow();
        assertEquals(2, Inbox.of(course, "hw1").of(ada).size());
        assertEquals(
                VECTORS + "// better\n",
                Files.readString(counting("ada").folder().resolve("Vectors.java")));
    }

    @Test
    void swappedFilesAreSwappedBackWithoutLoss() throws IOException {
        write("ada/Vectors.java", VECTORS + "// of bob\n");
        write("bob/Vectors.java", VECTORS + "// of ada\n");
        collect(work);
        write("ada/Vectors.java", VECTORS + "// of ada\n");
        write("bob/Vectors.java", VECTORS + "// of bob\n");

        collect(work, Optional.empty(), NOW.plusSeconds(60));

        assertTrue(Files.readString(counting("ada").folder().resolve("Vectors.java"))
                .contains("of ada"));
        assertTrue(Files.readString(counting("bob").folder().resolve("Vectors.java"))
                .contains("of bob"));
        write("ada/Vectors.java", VECTORS + "// of bob\n");
        collect(work, Optional.empty(), NOW.plusSeconds(120));
        assertTrue(Files.readString(counting("ada").folder().resolve("Vectors.java"))
                .contains("of bob"));
    }

    @Test
    void aClockThatWasSetBackIsNoticed() throws IOException {
        write("ada/Vectors.java", VECTORS);
        collect(work);

        String words =
                String.valueOf(assertThrows(Trouble.class, () -> collect(work, Optional.empty(), NOW.minusSeconds(60)))
                        .getMessage());

        assertTrue(words.contains("but the last collection was at 2026-11-21T12:00:00Z, which is later"), words);
    }

    @Test
    void emptyAndAbsentSourcesChangeNothing() {
        assertTrue(
                String.valueOf(assertThrows(Trouble.class, () -> collect(work)).getMessage())
                        .contains("holds nothing that anybody handed in"));
        assertTrue(String.valueOf(assertThrows(Trouble.class, () -> collect(work.resolve("none")))
                        .getMessage())
                .contains("There is no folder or archive"));
    }
}
