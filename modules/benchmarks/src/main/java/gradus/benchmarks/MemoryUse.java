package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The memory of judge and worker, and of Maven with Surefire, for the same checks of the room {@code pca}. */
final class MemoryUse implements Benchmark {
    private static final String WATCH = "gradus watch, judge and worker, idle after a check";
    private static final String DAEMON = "gradus daemon, judge and worker, idle after a check";
    private static final String CHECK = "gradus check --no-daemon, judge and worker, most while it runs";
    private static final String MAVEN = "mvn -o -q test, Maven and Surefire, most while it runs";

    private static final int BETWEEN_LOOKS = 10;
    private static final int UNTIL_IDLE = 3_000;

    @Override
    public void run(Bench bench, Report report) {
        Peer.@Nullable Present maven = report.with(bench.peers().maven());
        PcaWorkspace workspace = PcaWorkspace.in(bench, "checked");
        if (maven != null) {
            bench.progress().accept("Warming up: mvn");
            workspace.mavenTest(maven).run();
        }
        for (int run = 0; run < bench.runs(); run++) {
            bench.begin(run, "gradus watch");
            try (Watching watching = new Watching(bench, workspace)) {
                watching.save(workspace.file(), workspace.text(Kind.RIGHT, run), "Passed: ");
                pause(UNTIL_IDLE);
                report.measured(WATCH, Quantity.MEMORY, Resident.ofTree(watching.process()));
            }
            bench.begin(run, "gradus daemon");
            bench.gradus(workspace.folder(), "check", PcaWorkspace.ROOM).run();
            pause(UNTIL_IDLE);
            report.measured(DAEMON, Quantity.MEMORY, Resident.ofTree(bench.daemon()));
            bench.begin(run, "gradus check --no-daemon");
            report.measured(
                    CHECK,
                    Quantity.MEMORY,
                    most(bench.gradus(workspace.folder(), "check", PcaWorkspace.ROOM, "--no-daemon")));
            if (maven != null) {
                bench.begin(run, "mvn");
                Save.to(workspace.file(), workspace.text(Kind.RIGHT, bench.runs() + run));
                report.measured(MAVEN, Quantity.MEMORY, most(workspace.mavenTest(maven)));
            }
        }
        report.compare("watch/mvn", Quantity.MEMORY, WATCH, MAVEN, null, "");
        report.compare("daemon/mvn", Quantity.MEMORY, DAEMON, MAVEN, null, "");
        report.compare("check/mvn", Quantity.MEMORY, CHECK, MAVEN, null, "");
        report.note("Proportional set sizes of all processes together: pages that processes share count once. While"
                + " something runs it is looked at every " + BETWEEN_LOOKS + " ms.");
    }

    /** The most memory that a program and what it starts hold together, in MiB. */
    private static double most(Program program) {
        try {
            Process process = program.builder()
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            double most = 0;
            while (process.isAlive()) {
                most = Math.max(most, Resident.ofTree(process.toHandle()));
                pause(BETWEEN_LOOKS);
            }
            if (process.exitValue() != 0) {
                throw new Failed(program.name() + " ended with exit code " + process.exitValue() + ".");
            }
            return most;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted.");
        }
    }
}
