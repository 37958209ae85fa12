package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue on a real server, with real processes that share it, and all that can go wrong between them. */
@Tag("system")
class FleetTest {
    private static final int SIZE = 5;
    private static final Path GUIDE = MadeUpWork.CHECKOUT.home().resolve("docs/fleet.md");

    /** Notes each grade that is written. */
    static final String COUNTING = """
            CREATE TABLE written (id TEXT);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                $$ BEGIN INSERT INTO written VALUES (NEW.id); RETURN NEW; END $$;
            CREATE TRIGGER noting AFTER INSERT ON grade FOR EACH ROW EXECUTE FUNCTION note();""";

    /** What a server says whose disk is full. */
    private static final String FULL = """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON grade FOR EACH ROW EXECUTE FUNCTION full_disk();""";

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static Path collected;
    private static int courses;

    private PostgresServer.Shared queue;
    private Path course;

    @BeforeAll
    static void collect() throws Exception {
        server = new PostgresServer();
        collected = folder.resolve("collected");
        MadeUpWork.collected(MadeUpWork.of(SIZE), collected);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void begin() throws Exception {
        queue = server.database();
        course = copy();
    }

    private static Path copy() throws Exception {
        Path copy = folder.resolve("course" + ++courses);
        GradusProcess.copy(collected, copy);
        return copy;
    }

    private void makeTables() throws Exception {
        GradusProcess.run(folder, 0, queue.options("class", "status"));
    }

    @Test
    void rolesOfTheGuideAreEnough() throws Exception {
        makeTables();
        Matcher block =
                Pattern.compile("(?s)```sql\n(CREATE ROLE gradus_orders.*?)```").matcher(Files.readString(GUIDE));
        assertTrue(block.find(), "docs/fleet.md has no roles");
        queue.execute(block.group(1).replace("DATABASE gradus ", "DATABASE " + queue.name() + " "));

        Process worker = GradusProcess.start(
                folder,
                queue.optionsOf("gradus_worker", "worker's secret", "class", "worker", "-j", "1", "--name", "ann"));
        try {
            GradusProcess.run(
                    course, 0, queue.optionsOf("gradus_orders", "orders' secret", "class", "grade", "-j", "0"));
            String status =
                    GradusProcess.run(folder, 0, queue.optionsOf("gradus_looks", "looks' secret", "class", "status"));

            assertTrue(status.contains("0 waiting, " + SIZE + " graded, 0 given up."), status);
            assertTrue(
                    Pattern.compile("(?m)^ann +\\w{12} +1 +0  now$")
                            .matcher(status)
                            .find(),
                    status);
            String refused = GradusProcess.run(
                    folder, 2, queue.optionsOf("gradus_looks", "looks' secret", "class", "worker", "-j", "1"));
            assertTrue(refused.contains("does not let gradus_looks do this"), refused);
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void onlyAServerThatProvesItsNameIsTrusted() throws Exception {
        String rest = "user=" + queue.owner() + "&sslmode=verify-full&sslrootcert=" + server.certificate();
        String password = server.passwordFile(queue.password(), "rw-------").toString();

        GradusProcess.run(
                folder,
                0,
                "class",
                "status",
                "--password-file",
                password,
                "--queue",
                queue.url("localhost", server.port(), rest));
        String otherName = GradusProcess.run(
                folder,
                2,
                "class",
                "status",
                "--password-file",
                password,
                "--queue",
                queue.url("127.0.0.1", server.port(), rest));
        assertTrue(otherName.contains("is not trusted"), otherName);
        assertTrue(otherName.contains("Nothing was sent to it."), otherName);

        Path stranger = server.certify("stranger");
        String otherAuthority = GradusProcess.run(
                folder,
                2,
                "class",
                "status",
                "--password-file",
                password,
                "--queue",
                queue.url(
                        "localhost",
                        server.port(),
                        rest.replace(server.certificate().toString(), stranger.toString())));
        assertTrue(otherAuthority.contains("is not trusted"), otherAuthority);
    }

    @Test
    void passwordsStayOffTheCommandLineAndOutOfWhatIsSaid() throws Exception {
        String url = queue.url("localhost", server.port(), "user=" + queue.owner());

        String typed = GradusProcess.run(folder, 2, "class", "status", "--queue", url + "&password=" + "hush");
        assertTrue(typed.contains("must hold no password"), typed);
        assertFalse(typed.contains("hush"), typed);

        String wrong = GradusProcess.run(folder, 2, queue.optionsOf(queue.owner(), "hush", "class", "status"));
        assertTrue(wrong.contains("does not let " + queue.owner() + " in"), wrong);
        assertFalse(wrong.contains("hush"), wrong);

        Path open = server.passwordFile(queue.password(), "rw-r--r--");
        String readable =
                GradusProcess.run(folder, 2, "class", "status", "--queue", url, "--password-file", open.toString());
        assertTrue(readable.contains("'chmod 600 " + open + "' mends that"), readable);
    }

    @Test
    void addressesThatLeadNowhereAreTold() throws Exception {
        String nobody = GradusProcess.run(
                folder, 2, "class", "status", "--queue", "jdbc:postgresql://nobody.invalid/lab?user=x");
        assertTrue(nobody.contains("there is no such host"), nobody);
        String closed =
                GradusProcess.run(folder, 2, "class", "status", "--queue", "jdbc:postgresql://localhost:1/lab?user=x");
        assertTrue(closed.contains("nothing listens there"), closed);
        String other = GradusProcess.run(folder, 2, "class", "status", "--queue", "mysql://localhost/lab");
        assertTrue(other.contains("--queue must begin with jdbc:postgresql://"), other);
        String none = GradusProcess.run(folder, 2, "class", "status");
        assertTrue(none.contains("Which queue? --queue names it"), none);
    }

    @Test
    void withoutASandboxNobodyGrades() throws Exception {
        ProcessBuilder builder = GradusProcess.builder(folder, List.of(), queue.options("class", "worker"));
        builder.environment().put("PATH", "/nowhere");
        Process worker = builder.start();

        String said = GradusProcess.saidBy(worker);
        assertEquals(2, worker.waitFor(), said);
        assertTrue(said.contains("bubblewrap (bwrap) is not installed"), said);
    }

    @Test
    void aLabOfAnotherVersionRefuses() throws Exception {
        makeTables();
        queue.execute("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " VALUES ('grade-0123456789ab', 'x', CURRENT_TIMESTAMP, FALSE, 1)");

        String said = GradusProcess.run(folder, 2, queue.options("class", "worker", "-j", "1"));
        assertTrue(said.contains("ordered by the lab 0123456789ab, but this one is "), said);
        String status = GradusProcess.run(folder, 0, queue.options("class", "status"));
        assertTrue(
                status.replaceAll("\\s+", " ").contains("Nobody grades the 1 that the lab 0123456789ab ordered."),
                status);
    }

    @Test
    void whatEndsItsGradersIsGivenUp() throws Exception {
        Process grading = GradusProcess.start(course, queue.options("class", "grade", "-j", "0"));
        queue.await("SELECT COUNT(*) FROM work", SIZE);
        queue.execute("UPDATE work SET tries = 3 WHERE id = (SELECT MIN(id) FROM work)");
        Process worker = GradusProcess.start(folder, queue.options("class", "worker", "-j", "2"));
        try {
            String said = GradusProcess.saidBy(grading).replaceAll("\\s+", " ");

            assertEquals(1, grading.waitFor(), said);
            assertTrue(said.contains("Nobody grades for the lab"), said);
            assertTrue(said.contains("1 not graded."), said);
            assertTrue(said.contains("Grading it ended the grader 3 times."), said);
            String status = GradusProcess.run(folder, 1, queue.options("class", "status"));
            assertTrue(status.contains("0 waiting, " + (SIZE - 1) + " graded, 1 given up."), status);
        } finally {
            worker.destroyForcibly();
        }
    }

    /** Two who order at once, a worker whose clock is an hour ahead, another one on a slow line. */
    @Test
    void nothingIsGradedTwice() throws Exception {
        makeTables();
        queue.execute(COUNTING);
        Path other = copy();
        try (SlowLine line = new SlowLine(server.port(), 40)) {
            String password = server.passwordFile(queue.password(), "rw-------").toString();
            String url = queue.url("localhost", line.port(), "user=" + queue.owner());
            Process slow = GradusProcess.start(
                    folder,
                    "class",
                    "worker",
                    "-j",
                    "1",
                    "--name",
                    "slow",
                    "--queue",
                    url,
                    "--password-file",
                    password);
            Process ahead = GradusProcess.builder(
                            folder,
                            List.of("faketime", "-f", "+1h"),
                            queue.options("class", "worker", "-j", "1", "--name", "ahead"))
                    .start();
            try {
                queue.await("SELECT COUNT(*) FROM grader", 2);
                Process first = GradusProcess.start(course, queue.options("class", "grade", "-j", "0"));
                Process second = GradusProcess.start(other, queue.options("class", "grade", "-j", "1"));

                String firstSaid = GradusProcess.saidBy(first);
                assertEquals(0, first.waitFor(), firstSaid);
                String secondSaid = GradusProcess.saidBy(second);
                assertEquals(0, second.waitFor(), secondSaid);
                assertEquals(SIZE, queue.number("SELECT COUNT(*) FROM grade"));
                assertEquals(SIZE, queue.number("SELECT COUNT(*) FROM written"), "grades that were written");
                assertTrue(slow.isAlive() && ahead.isAlive(), "a worker ended");
            } finally {
                slow.destroyForcibly();
                ahead.descendants().forEach(ProcessHandle::destroyForcibly);
                ahead.destroyForcibly();
            }
        }
    }

    @Test
    void aFullServerIsWaitedFor() throws Exception {
        makeTables();
        queue.execute(FULL);
        Path output = Files.createTempFile(folder, "said", ".txt");
        Process grading = GradusProcess.builder(course, List.of(), queue.options("class", "grade", "-j", "2"))
                .redirectOutput(output.toFile())
                .start();
        for (int i = 0; i < 600 && !Files.readString(output).contains("It is waited for"); i++) {
            Thread.sleep(100);
        }
        queue.execute("DROP TRIGGER full_disk ON grade");

        assertEquals(0, grading.waitFor(), Files.readString(output));
        String said = Files.readString(output);
        assertTrue(
                said.contains("cannot be used: could not extend file. It is waited for, and nothing is lost."), said);
        assertTrue(said.contains("The database is there again."), said);
        assertTrue(said.contains("All of it is graded"), said);
    }
}
