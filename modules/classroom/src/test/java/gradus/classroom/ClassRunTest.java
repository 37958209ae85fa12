package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.GsonBuilder;
import gradus.classroom.MadeUpWork.Member;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Grades;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.RoomGrade;
import gradus.cli.Main;
import gradus.grader.sandbox.Confinement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class from its roster to its grades, with real processes. {@code -Dgradus.class.size=200} makes it larger. */
@Tag("system")
class ClassRunTest {
    private static final int SIZE = Integer.getInteger("gradus.class.size", 40);
    private static final List<Member> MEMBERS = MadeUpWork.of(SIZE);

    @TempDir
    static Path folder;

    private static Path undisturbed = Path.of("");
    private static Path disturbed = Path.of("");

    /** What it takes to grade the class. */
    private static long millis;

    @BeforeAll
    static void collect() throws Exception {
        undisturbed = folder.resolve("undisturbed");
        Path roster = folder.resolve("people.csv");
        Path work = folder.resolve("work");
        MadeUpWork.write(MEMBERS, roster, work);
        gradus(folder, 0, "class", "init", undisturbed.toString(), "--name", "Made up");
        gradus(undisturbed, 0, "class", "roster", "import", roster.toString());
        gradus(
                undisturbed,
                0,
                "class",
                "assign",
                "hw1",
                "vector-ops",
                "--due",
                "2026-12-01T12:00+00:00",
                "--seconds-per-check",
                "5");
        gradus(undisturbed, 0, "class", "collect", "hw1", work.toString());
        disturbed = folder.resolve("disturbed");
        copy(undisturbed, disturbed);
        long start = System.nanoTime();
        gradus(undisturbed, 0, "class", "grade");
        millis = (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void everybodyGetsWhatTheyEarned() {
        Gradebook gradebook = gradebook(undisturbed);

        assertAll(gradebook.people().stream().map(person -> () -> isFair(person)));
    }

    private static void isFair(PersonResult person) {
        Member member = MEMBERS.stream()
                .filter(one -> one.id().equals(person.person().id()))
                .findFirst()
                .orElseThrow();
        RoomGrade grade = person.rooms().get(0).grade().orElseThrow();
        String who = member.id() + ", " + member.sort() + " " + member.mistake() + ": ";
        switch (member.sort()) {
            case RIGHT -> assertEquals(grade.maxScore(), grade.score(), who + grade.checks());
            case WRONG -> {
                assertTrue(grade.score() < grade.maxScore(), who);
                assertTrue(
                        grade.misconceptions().stream()
                                .anyMatch(found -> found.mistakes().contains(member.mistake())),
                        who + grade.misconceptions());
            }
            case BROKEN, HOSTILE -> assertEquals(0, grade.score(), who + grade.checks());
        }
    }

    @Test
    void killedTwiceItEndsTheSame() throws Exception {
        int total = MEMBERS.size();
        int after = 0;
        for (int kill = 1; kill <= 2; kill++) {
            Process grading = start(disturbed, "class", "grade");
            assertTrue(!grading.waitFor(millis / 4, TimeUnit.MILLISECONDS), "it was to be killed, but had ended");
            grading.destroyForcibly().waitFor();
            int graded = graded(disturbed);
            assertTrue(graded >= after && graded < total, "killed after " + graded + " of " + total);
            after = graded;
        }
        assertTrue(after > 0, "nothing was graded before it was killed");

        String said = gradus(disturbed, 0, "class", "grade");

        assertTrue(said.contains(after + " of " + total + " were before"), said);
        assertEquals(json(gradebook(undisturbed)), json(gradebook(disturbed)));
    }

    @Test
    void twoWorkersOnAServerEndTheSame() throws Exception {
        Path fleet = folder.resolve("fleet");
        copy(undisturbed, fleet);
        Files.delete(fleet.resolve(".gradus/class.mv.db"));
        Path server = Files.createTempDirectory("fleet");
        try (PostgresServer postgres = new PostgresServer(server.resolve("server"))) {
            Process first = start(folder, "class", "worker", "--queue", postgres.url(), "-j", "1", "--name", "first");
            Process second = start(folder, "class", "worker", "--queue", postgres.url(), "-j", "1", "--name", "second");
            try {
                Process grading = start(fleet, "class", "grade", "--queue", postgres.url(), "-j", "1");
                awaitGrades(postgres, SIZE / 8);
                first.destroyForcibly().waitFor();
                awaitGrades(postgres, SIZE / 4);
                postgres.stop();
                Thread.sleep(2000);
                postgres.start();
                String said =
                        new String(grading.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

                assertEquals(0, grading.waitFor(), said);
                assertTrue(second.isAlive(), "the second worker ended");
                assertEquals(json(gradebook(undisturbed)), json(gradebook(fleet)));
                String status = gradus(folder, 0, "class", "status", "--queue", postgres.url());
                assertTrue(status.contains("0 waiting, " + SIZE + " graded, 0 given up"), status);
            } finally {
                first.destroyForcibly();
                second.destroyForcibly();
            }
        }
    }

    private static void awaitGrades(PostgresServer postgres, int count) throws Exception {
        for (int i = 0; i < 3000; i++) {
            try (var connection = java.sql.DriverManager.getConnection(postgres.url());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT COUNT(*) FROM grade")) {
                rows.next();
                if (rows.getInt(1) >= count) {
                    return;
                }
            } catch (java.sql.SQLException e) {
                // The tables are not there yet.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("there were never " + count + " grades");
    }

    private static int graded(Path course) {
        return (int) gradebook(course).people().stream()
                .filter(PersonResult::isComplete)
                .count();
    }

    private static String json(Gradebook gradebook) {
        return new GsonBuilder()
                .registerTypeHierarchyAdapter(
                        java.time.temporal.Temporal.class, (com.google.gson.JsonSerializer<Object>)
                                (time, type, context) -> new com.google.gson.JsonPrimitive(time.toString()))
                .registerTypeAdapter(java.time.Duration.class, (com.google.gson.JsonSerializer<Object>)
                        (time, type, context) -> new com.google.gson.JsonPrimitive(time.toString()))
                .registerTypeAdapter(java.util.OptionalInt.class, (com.google.gson.JsonSerializer<Object>)
                        (number, type, context) -> new com.google.gson.JsonPrimitive(number.toString()))
                .registerTypeAdapter(java.util.Optional.class, (com.google.gson.JsonSerializer<java.util.Optional<?>>)
                        (value, type, context) -> context.serialize(value.orElse(null)))
                .setPrettyPrinting()
                .create()
                .toJson(gradebook);
    }

    private static Gradebook gradebook(Path folder) {
        Course course = Course.around(folder);
        try (Database database = Database.of(course);
                Grader grader = new Grader(MadeUpWork.CHECKOUT, Confinement.SANDBOXED)) {
            var roadmap = MadeUpWork.CHECKOUT.roadmap();
            return new ClassRun(
                            course,
                            AssignmentFile.read(course, "hw1", roadmap),
                            Roster.of(course),
                            roadmap,
                            grader,
                            new Grades(database))
                    .gradebook();
        }
    }

    /** Runs a command, which must end with this exit code, and returns what it said. */
    private static String gradus(Path at, int code, String... words) throws Exception {
        Process process = start(at, words);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), said);
        return said;
    }

    private static Process start(Path at, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgradus.home=" + MadeUpWork.CHECKOUT.home().toAbsolutePath(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(at.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
