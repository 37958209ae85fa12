package gradus.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.CheckResult;
import gradus.grader.FixtureLab;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hostile and careless code can do from within the sandbox, and what its author reads. */
@Tag("system")
class SandboxTest {
    private static final String MEAN = "return sum / values.length;";

    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() throws IOException {
        lab = FixtureLab.copyTo(folder);
        Path data = Files.createDirectories(folder.resolve("data/mine"));
        Files.writeString(data.resolve("numbers.txt"), "1\n2\n");
        System.setProperty("gradus.data", folder.resolve("data").toString());
    }

    @AfterEach
    void nothingIsLeft() {
        System.clearProperty("gradus.data");
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes that are left");
    }

    /** Code before the mean is computed, in Mean.of. */
    private Outcome check(Confinement confinement, String code) {
        return new Judge(lab.checkout())
                .check(
                        lab.room("mean"),
                        lab.reference("mean", MEAN, code + MEAN),
                        Settings.quick(1).confined(confinement));
    }

    private Outcome sandboxed(String code) {
        return check(Confinement.SANDBOXED, code);
    }

    /** A condition holds within the sandbox, and not outside of it, where the same code finds what it looks for. */
    private void holdsOnlyWithin(String condition) {
        String code = "try { if (!(" + condition + ")) { return Double.NaN; } }"
                + " catch (Exception e) { throw new IllegalStateException(e); } ";
        Outcome within = sandboxed(code);
        assertInstanceOf(Outcome.Passed.class, within, () -> first(within));
        assertInstanceOf(Outcome.Failed.class, check(Confinement.PLAIN, code));
    }

    /** What the first check says, but for the lines at which the code was. */
    private static String first(Outcome outcome) {
        CheckResult result = outcome.run().checks().get(0);
        return result.status() + ": " + result.message().replaceFirst("(?s) It was at .*", "");
    }

    private void limits(String limits) {
        lab.edit("mean", "README.md", "limits: {seconds: 3, heap: 64}", "limits: {" + limits + "}");
    }

    /** Code that fails, as a condition. */
    private static String fails(String statement) {
        return "new java.util.concurrent.Callable<Boolean>() { public Boolean call() throws Exception { try { "
                + statement
                + " return false; } catch (java.io.IOException | SecurityException e) { return true; } } }.call()";
    }

    @Test
    void honestCodePasses() {
        assertInstanceOf(Outcome.Passed.class, sandboxed(""));
    }

    @Test
    void theNetworkCannotBeReached() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            holdsOnlyWithin(fails("new java.net.Socket(\""
                    + server.getInetAddress().getHostAddress() + "\", " + server.getLocalPort() + ").close();"));
        }
    }

    @Test
    void filesOutsideAreInvisible() {
        holdsOnlyWithin("!new java.io.File(\"" + folder.resolve("exercises") + "\").exists()");
        holdsOnlyWithin("!new java.io.File(\"/etc/passwd\").exists()");
        holdsOnlyWithin("!new java.io.File(\"/bin/sh\").exists()");
        holdsOnlyWithin("!new java.io.File(\"/dev/tty\").exists() && !new java.io.File(\"/dev/shm\").exists()");
    }

    @Test
    void nothingOutsideOfTmpCanBeWritten() throws IOException {
        String code = "for (String folder : new String[] {\"/\", \"/usr\", \"/etc\", \"/dev\", \"/proc/sys/kernel\", \""
                + folder.resolve("data/mine") + "\", \"" + System.getProperty("java.home") + "\"}) {"
                + " try { java.nio.file.Files.writeString(java.nio.file.Path.of(folder, \"strayed\"), \"x\");"
                + " throw new IllegalStateException(folder); } catch (java.io.IOException e) { } } ";
        Outcome outcome = sandboxed(code);

        assertInstanceOf(Outcome.Passed.class, outcome, () -> first(outcome));
        assertTrue(Files.notExists(folder.resolve("data/mine/strayed")));
    }

    @Test
    void dataCanBeRead() {
        Outcome outcome = sandboxed("sum += gradus.datasets.Datasets.lines(\"mine/numbers.txt\").size() - 2;");

        assertInstanceOf(Outcome.Passed.class, outcome, () -> first(outcome));
    }

    @Test
    void nd4jFindsItsLibraries() throws IOException {
        Files.copy(Path.of("../../pom.xml"), folder.resolve("pom.xml"));
        lab.edit("mean", "README.md", "libraries: []", "libraries: ['org.nd4j:nd4j-native', 'org.nd4j:nd4j-api']");

        Outcome outcome = sandboxed("try (var a = org.nd4j.linalg.factory.Nd4j.create(new double[] {1, -1})) {"
                + " sum += a.sumNumber().doubleValue(); }");

        assertInstanceOf(Outcome.Passed.class, outcome, () -> first(outcome));
    }

    @Test
    void dataCannotBeChanged() throws IOException {
        Path file = folder.resolve("data/mine/numbers.txt");
        Outcome outcome = sandboxed("try { java.nio.file.Files.delete(java.nio.file.Path.of(\"" + file
                + "\")); return Double.NaN; }" + " catch (java.io.IOException e) { } ");

        assertInstanceOf(Outcome.Passed.class, outcome, () -> first(outcome));
        assertEquals("1\n2\n", Files.readString(file));
    }

    @Test
    void processesOfTheMachineAreInvisible() {
        holdsOnlyWithin("ProcessHandle.allProcesses().count() <= 2");
    }

    @Test
    void theEnvironmentHoldsNothingOfTheUser() {
        holdsOnlyWithin(
                "java.util.Set.of(\"HOME\", \"LANG\", \"PWD\", \"CUDA_VISIBLE_DEVICES\").containsAll(System.getenv().keySet())"
                        + " && System.getProperty(\"user.home\").equals(\"/tmp\")");
    }

    @Test
    void noOtherProgramCanBeStarted() {
        Outcome outcome = sandboxed("try { while (sum > 8) { new ProcessBuilder(\"/usr/bin/prlimit\").start(); } }"
                + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } ");

        assertEquals(
                "FAILED: Your code tried to start another program. A room's method computes its result itself.",
                first(outcome));
        assertInstanceOf(Outcome.Crashed.class, outcome);
    }

    @Test
    void aThreadBombIsContained() {
        Outcome outcome = sandboxed(
                "while (sum > 8) { new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } })"
                        + ".start(); } ");

        // Whichever limit is met first: each thread takes memory for its stack.
        assertTrue(
                first(outcome)
                                .equals(
                                        "FAILED: Your code could start no further thread: it may have 256 at a time. Look for a"
                                                + " thread that is started in a loop, or a pool that is never shut down.")
                        || first(outcome).matches("FAILED: Your code used up the .* and for many threads."),
                first(outcome));
        assertInstanceOf(Outcome.OutOfMemory.class, outcome);
    }

    @Test
    void memoryOutsideOfTheHeapIsLimited() {
        Outcome outcome =
                sandboxed("if (sum > 8) { try { var field = sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\");"
                        + " field.setAccessible(true); var unsafe = (sun.misc.Unsafe) field.get(null);"
                        + " while (true) { unsafe.setMemory(unsafe.allocateMemory(1 << 25), 1 << 25, (byte) 1); } }"
                        + " catch (ReflectiveOperationException e) { throw new IllegalStateException(e); } } ");

        assertEquals(
                "FAILED: Your code used up the 512 MB of memory outside of Java's heap that it was given. Look for a"
                        + " library's arrays that are never closed, for direct buffers, and for many threads.",
                first(outcome));
        assertInstanceOf(Outcome.OutOfMemory.class, outcome);
    }

    @Test
    void temporaryFilesAreLimitedAllTogether() {
        limits("files: 8");
        Outcome outcome = sandboxed("try { for (int i = 0; sum > 8; i++) { java.nio.file.Files.write("
                + "java.nio.file.Path.of(\"/tmp/\" + i), new byte[1 << 20]); } }"
                + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } ");

        assertEquals(
                "FAILED: Your code wrote more than the 8 MB of temporary files it was given. Look for a file that is"
                        + " written in a loop, or never deleted.",
                first(outcome));
        assertInstanceOf(Outcome.Crashed.class, outcome);
    }

    @Test
    void openFilesAreLimited() {
        limits("open: 64");
        Outcome outcome = sandboxed("var open = new java.util.ArrayList<java.io.Closeable>(); try { try {"
                + " while (sum > 8) { open.add(new java.io.FileInputStream(\"/dev/null\")); } }"
                + " finally { for (var file : open) { file.close(); } } }"
                + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } ");

        assertEquals(
                "FAILED: Your code had more than 64 files open. Close each when it is read: try (var in = …).",
                first(outcome));
    }

    @Test
    void processorTimeIsLimitedOverAllThreads() {
        limits("cpu: 2");
        Outcome outcome =
                sandboxed("if (sum > 8) { new Thread(() -> { while (true) { } }).start(); while (true) { } } ");

        assertEquals(
                "FAILED: Your code kept processors busy for longer than the 2 seconds of a run. Look for a loop that never"
                        + " ends, or for threads that nobody ends.",
                first(outcome));
        assertInstanceOf(Outcome.TimedOut.class, outcome);
    }

    @Test
    void whatIsStillRunningAfterTheTimeIsEnded() {
        limits("seconds: 1");
        Outcome outcome = sandboxed("while (sum > 8) { } ");

        assertInstanceOf(Outcome.TimedOut.class, outcome);
        assertEquals(3, outcome.run().score());
    }
}
