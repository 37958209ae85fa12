package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet of four machines: the database's, the instructor's, and two that grade, one of them on a slow line. */
@Tag("system")
class HostsTest {
    private static final int SIZE = 5;

    /** Lets whoever is called slow wait in the middle of a transaction until it is told that its cable is pulled. */
    private static final String HOLDING = """
            CREATE TABLE pulled (cable TEXT);
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                WHILE NEW.grader = 'slow' AND NOT EXISTS (SELECT 1 FROM pulled) LOOP PERFORM pg_sleep(0.1); END LOOP;
                RETURN NEW; END $$;
            CREATE TRIGGER holding BEFORE INSERT ON grade FOR EACH ROW EXECUTE FUNCTION hold();""";

    private static final String HELD =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";

    private static final String AWAY = "It is waited for, and nothing is lost.";
    private static final String BACK = "The database is there again.";

    /** How Java ends after a signal to do so. */
    private static final int TERMINATED = 143;

    /** How long something is waited for, in tenths of a second. */
    private static final int TENTHS = 3000;

    @TempDir
    static Path folder;

    private static Lan lan;
    private static Host database;
    private static Host instructor;
    private static Host fast;
    private static Host slow;
    private static PostgresServer server;
    private static Path collected;

    private final List<Process> started = new ArrayList<>();
    private PostgresServer.Shared queue;
    private Path said;
    private Path course;

    @BeforeAll
    static void connect() throws Exception {
        assumeTrue(
                Lan.isPossible(),
                "There must be root's rights, iproute2, and network namespaces: 'unshare --net ip link add bridge type"
                        + " bridge' failed.");
        lan = new Lan();
        database = lan.host("db");
        instructor = lan.host("instructor");
        fast = lan.host("fast");
        slow = lan.host("slow");
        lan.slow(slow);
        server = new PostgresServer(database);
        collected = folder.resolve("collected");
        MadeUpWork.collected(MadeUpWork.of(SIZE), collected);
    }

    @AfterAll
    static void disconnect() throws Exception {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (lan != null) {
                lan.close();
            }
        }
    }

    @BeforeEach
    void begin() throws Exception {
        queue = server.database();
        said = Files.createDirectory(folder.resolve(queue.name()));
        course = said.resolve("course");
        GradusProcess.copy(collected, course);
    }

    @AfterEach
    void end() throws Exception {
        started.forEach(Process::destroyForcibly);
        for (Host host : List.of(instructor, fast, slow)) {
            lan.plug(host);
            server.awaitReach(host);
        }
    }

    /** Starts a command, which writes what it says into a file. */
    private Process start(Host host, String name, String... words) throws Exception {
        Process process = lan.gradus(host, course, words)
                .redirectOutput(said.resolve(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    private Process startWorker(Host host, String name) throws Exception {
        return start(host, name, queue.options("class", "worker", "-j", "1", "--name", name));
    }

    private String saidBy(String name) throws IOException {
        return Files.readString(said.resolve(name));
    }

    private void awaitThat(String name, String words) throws Exception {
        for (int i = 0; i < TENTHS && !saidBy(name).contains(words); i++) {
            Thread.sleep(100);
        }
        assertTrue(saidBy(name).contains(words), saidBy(name));
    }

    private void assertEnds(int code, Process process, String name) throws Exception {
        assertTrue(process.waitFor(TENTHS / 10, TimeUnit.SECONDS), name + " does not end: " + saidBy(name));
        assertEquals(code, process.exitValue(), saidBy(name));
    }

    /** Orders, and returns when the slow one, which is alone, is in the middle of a transaction. */
    private Process order() throws Exception {
        awaitGraders(1);
        queue.execute(FleetTest.COUNTING);
        queue.execute(HOLDING);
        Process grading = start(instructor, "grading", queue.options("class", "grade", "-j", "0"));
        queue.await(HELD, 1);
        return grading;
    }

    private void awaitGraders(int count) throws Exception {
        queue.await("SELECT COUNT(*) FROM grader", count);
    }

    private void goOn() throws Exception {
        queue.execute("INSERT INTO pulled VALUES ('cable')");
    }

    @Test
    void aServerMustBeCalledAsItsCertificateSays() throws Exception {
        String[] words = queue.options("class", "worker", "-j", "1");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace(database.name(), database.address());
        }

        assertEnds(2, start(fast, "other", words), "other");

        assertTrue(saidBy("other").contains("is not trusted"), saidBy("other"));
    }

    @Test
    void whoIsCutOffInATransactionIsReplacedAndComesBack() throws Exception {
        Process cutOff = startWorker(slow, "slow");
        Process grading = order();

        lan.unplug(slow);
        goOn();
        Process other = startWorker(fast, "fast");

        assertEnds(0, grading, "grading");
        assertTrue(saidBy("grading").contains("All of it is graded"), saidBy("grading"));
        assertEquals(SIZE, queue.number("SELECT COUNT(*) FROM grade WHERE grader = 'fast'"));
        awaitThat("slow", AWAY);
        lan.plug(slow);
        awaitThat("slow", BACK);
        assertTrue(cutOff.isAlive(), saidBy("slow"));

        other.destroyForcibly().waitFor();
        assertEnds(0, start(instructor, "again", queue.options("class", "regrade", "hw1", "-j", "0")), "again");
        assertEquals(SIZE, queue.number("SELECT COUNT(*) FROM grade WHERE grader = 'slow'"));
        assertEquals(2 * SIZE, queue.number("SELECT COUNT(*) FROM written"), "grades that were written");
    }

    @Test
    void anInstructorWhoIsCutOffWaitsAndAWorkerCanBeEnded() throws Exception {
        startWorker(slow, "slow");
        Process grading = order();
        Process ended = startWorker(fast, "fast");
        awaitGraders(2);

        lan.unplug(instructor);
        goOn();

        queue.await("SELECT COUNT(*) FROM grade", SIZE);
        lan.unplug(fast);
        ended.destroy();
        awaitThat("grading", AWAY);
        lan.plug(instructor);
        assertEnds(0, grading, "grading");
        assertTrue(saidBy("grading").contains(BACK), saidBy("grading"));
        assertTrue(saidBy("grading").contains("All of it is graded"), saidBy("grading"));
        assertEquals(SIZE, queue.number("SELECT COUNT(*) FROM written"), "grades that were written");
        assertEnds(TERMINATED, ended, "fast");
    }
}
