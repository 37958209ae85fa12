package gradus.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gradus.catalogue.Limits;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker in the sandbox lives as long as its judge wants, and not longer than its judge. */
@Tag("system")
class SandboxEndsTest {
    private static final Equipment SANDBOXED = Equipment.plain(Limits.DEFAULT).confined(Confinement.SANDBOXED);

    /** A judge that waits, and never tidies up. */
    static final class WaitingJudge {
        private WaitingJudge() {}

        public static void main(String[] arguments) throws InterruptedException {
            new Workers(SANDBOXED).define(Map.of());
            System.out.println("ready");
            Thread.sleep(600_000);
        }
    }

    @Test
    void itOutlivesTheThreadThatStartedIt() throws Exception {
        FutureTask<Workers> started = new FutureTask<>(() -> new Workers(SANDBOXED));
        Thread thread = new Thread(started);
        thread.start();
        thread.join();

        try (Workers workers = started.get()) {
            workers.define(Map.of());
            assertEquals(3, ProcessHandle.current().descendants().count());
        }
        assertEquals(0, ProcessHandle.current().descendants().count());
    }

    @Test
    void itEndsWithAJudgeThatIsKilled() throws Exception {
        Process judge = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingJudge.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('r', judge.getInputStream().read());
        List<ProcessHandle> below = judge.descendants().toList();
        assertFalse(below.isEmpty());

        judge.destroyForcibly();

        for (ProcessHandle process : below) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
