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
import gradus.grader.sandbox.Confinement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        MadeUpWork.collected(MEMBERS, undisturbed);
        disturbed = folder.resolve("disturbed");
        GradusProcess.copy(undisturbed, disturbed);
        long start = System.nanoTime();
        GradusProcess.run(undisturbed, 0, "class", "grade");
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
            Process grading = GradusProcess.start(disturbed, "class", "grade");
            assertTrue(!grading.waitFor(millis / 4, TimeUnit.MILLISECONDS), "it was to be killed, but had ended");
            grading.destroyForcibly().waitFor();
            int graded = graded(disturbed);
            assertTrue(graded >= after && graded < total, "killed after " + graded + " of " + total);
            after = graded;
        }
        assertTrue(after > 0, "nothing was graded before it was killed");

        String said = GradusProcess.run(disturbed, 0, "class", "grade");

        assertTrue(said.contains(after + " of " + total + " were before"), said);
        assertEquals(json(gradebook(undisturbed)), json(gradebook(disturbed)));
    }

    @Test
    void twoWorkersOnAServerEndTheSame() throws Exception {
        Path fleet = folder.resolve("fleet");
        GradusProcess.copy(undisturbed, fleet);
        Files.delete(fleet.resolve(".gradus/class.mv.db"));
        try (PostgresServer postgres = new PostgresServer()) {
            PostgresServer.Shared queue = postgres.database();
            Process first = GradusProcess.start(folder, queue.options("class", "worker", "-j", "1", "--name", "first"));
            Process second =
                    GradusProcess.start(folder, queue.options("class", "worker", "-j", "1", "--name", "second"));
            try {
                Process grading = GradusProcess.start(fleet, queue.options("class", "grade", "-j", "0"));
                queue.await("SELECT COUNT(*) FROM grade", SIZE / 8);
                first.destroyForcibly().waitFor();
                queue.await("SELECT COUNT(*) FROM grade", SIZE / 4);
                postgres.stop();
                Thread.sleep(2000);
                postgres.start();
                String said = GradusProcess.saidBy(grading);

                assertEquals(0, grading.waitFor(), said);
                assertTrue(second.isAlive(), "the second worker ended");
                assertEquals(json(gradebook(undisturbed)), json(gradebook(fleet)));
                String status = GradusProcess.run(folder, 0, queue.options("class", "status"));
                assertTrue(status.contains("0 waiting, " + SIZE + " graded, 0 given up."), status);
            } finally {
                first.destroyForcibly();
                second.destroyForcibly();
            }
        }
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
}
