package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Submissions of six kinds to the room {@code pca}, graded on one core. */
final class Batch implements Benchmark {
    private static final String JUDGE = "one judge, a new sandboxed worker each";
    private static final String COLD = "a new JVM with judge and sandboxed worker each";
    private static final String MAVEN = "mvn -o -q test each, no sandbox";

    private static final String WITHOUT_LOOPS = ", five kinds";
    private static final String LOOPS = ", an endless loop";
    private static final String ALL = ", six kinds";

    private static final List<Kind> ENDING =
            List.of(Kind.RIGHT, Kind.MISTAKE, Kind.NOT_STARTED, Kind.DOES_NOT_COMPILE, Kind.EXCEPTION);

    private static final int SECONDS_PER_CHECK = 1;

    /** The launcher's. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Djava.awt.headless=true");

    /** A shell that waits for a command, and for all that others did not wait for. */
    private static final String WAITING = "\"$@\"; exit $?";

    /** What gives JUnit the same limit for a check, and lets it leave a check that does not end. */
    private static final String JUNIT_LIMIT = "junit.jupiter.execution.timeout.default=" + SECONDS_PER_CHECK
            + " s\njunit.jupiter.execution.timeout.thread.mode.default=SEPARATE_THREAD\n";

    private int version;

    @Override
    public void run(Bench bench, Report report) {
        Peer.@Nullable Present maven = report.with(bench.peers().maven());
        if (bench.peers().taskset() instanceof Peer.Absent absent) {
            throw new Failed("Without taskset and unshare this cannot be measured, but " + absent.what() + ". "
                    + absent.install());
        }
        PcaWorkspace workspace = PcaWorkspace.in(bench, "tested");
        if (maven != null) {
            bench.progress().accept("Warming up: " + MAVEN);
            limitChecks(workspace);
            test(workspace, maven, Kind.RIGHT);
        }
        int each = bench.submissions().orElse((int) bench.amount(100, 10)) / ENDING.size();
        bench.progress().accept("Warming up: " + JUDGE);
        grade(bench, write(bench, workspace, List.of(Kind.RIGHT)));
        for (int run = 0; run < bench.runs(); run++) {
            bench.begin(run, JUDGE);
            List<Kind> many = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                many.addAll(ENDING);
            }
            Timed judged = grade(bench, write(bench, workspace, many));
            add(report, JUDGE, List.of(judged), many.size());
            loop(report, JUDGE, secondsOfLast(grade(bench, write(bench, workspace, List.of(Kind.RIGHT, Kind.LOOP)))));

            bench.begin(run, COLD);
            List<Timed> cold = new ArrayList<>();
            for (Kind kind : ENDING) {
                cold.add(grade(bench, write(bench, workspace, List.of(kind))));
            }
            add(report, COLD, cold, cold.size());

            if (maven != null) {
                bench.begin(run, MAVEN);
                List<Timed> tests = new ArrayList<>();
                for (Kind kind : ENDING) {
                    tests.add(test(workspace, maven, kind));
                }
                add(report, MAVEN, tests, tests.size());
                loop(report, MAVEN, test(workspace, maven, Kind.LOOP).wall());
            }
        }
        report.compare("judge/mvn", Quantity.RATE, JUDGE + WITHOUT_LOOPS, MAVEN + WITHOUT_LOOPS, Bar.atLeast(25), "");
        report.compare("judge/cold", Quantity.RATE, JUDGE + WITHOUT_LOOPS, COLD + WITHOUT_LOOPS, Bar.atLeast(3), "");
        report.compare("judge/mvn with loops", Quantity.CLOCK_RATE, JUDGE + ALL, MAVEN + ALL, null, "");
        report.note("The five kinds that end: right, a known mistake, not started, does not compile, an exception; "
                + ENDING.size() * each + " submissions in one process for the judge, whose start is counted, and "
                + ENDING.size()
                + " processes for the others. All of them on one core, which others use too: so the processor time counts,"
                + " that of compilers and workers included.");
        report.note("An endless loop is counted apart, for it costs its time limit: " + SECONDS_PER_CHECK
                + " s a check here, and the same for JUnit. The judge runs hidden checks too, Maven the visible ones.");
    }

    private static void add(Report report, String contestant, List<Timed> processes, int submissions) {
        double cpu = processes.stream().mapToDouble(Timed::cpu).sum();
        double wall = processes.stream().mapToDouble(Timed::wall).sum();
        report.measured(contestant + WITHOUT_LOOPS, Quantity.RATE, 60 * submissions / cpu);
        report.measured(contestant + WITHOUT_LOOPS, Quantity.CLOCK_RATE, 60 * submissions / wall);
    }

    /** Adds what a loop took, and the rate with a loop in every six submissions. */
    private static void loop(Report report, String contestant, double seconds) {
        report.measured(contestant + LOOPS, Quantity.WALL, seconds);
        double others = ENDING.size() * 60 / report.median(contestant + WITHOUT_LOOPS, Quantity.CLOCK_RATE);
        report.measured(contestant + ALL, Quantity.CLOCK_RATE, (ENDING.size() + 1) * 60 / (others + seconds));
    }

    private static double secondsOfLast(Timed timed) {
        String said = timed.output().strip();
        return Double.parseDouble(said.substring(said.lastIndexOf(' ') + 1));
    }

    private Timed grade(Bench bench, Map<Path, Kind> submissions) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(SECONDS_PER_CHECK)));
        submissions.keySet().forEach(file -> arguments.add(file.toString()));
        Timed timed = onOneCore(bench.lab(FLAGS, Grade.class, arguments)).run();
        List<String> expected = submissions.values().stream().map(Kind::outcome).toList();
        List<String> found =
                timed.output().lines().map(line -> line.split(" ", 2)[0]).toList();
        if (!found.equals(expected)) {
            throw new Failed("The outcomes should have been " + expected + ", but the judge said:\n" + timed.output());
        }
        return timed;
    }

    private Timed test(PcaWorkspace workspace, Peer.Present maven, Kind kind) {
        Save.to(workspace.file(), workspace.text(kind, version++));
        String[] failures = kind == Kind.RIGHT ? new String[0] : new String[] {"Tests run: ", "COMPILATION ERROR"};
        return onOneCore(workspace.mavenTest(maven)).run(failures);
    }

    /**
     * On one core, and in a namespace of processes whose first one waits for what its parents did not wait for: so all
     * processor time is told, but for what is killed together with its sandbox, as endless loops are.
     */
    private static Program onOneCore(Program program) {
        List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        command.addAll(List.of("sh", "-c", WAITING, "sh", "taskset", "-c", "0"));
        command.addAll(program.command());
        return new Program(program.name(), program.folder(), program.environment(), command);
    }

    private static void limitChecks(PcaWorkspace workspace) {
        try {
            Path resources = Files.createDirectories(workspace.folder().resolve("src/test/resources"));
            Files.writeString(resources.resolve("junit-platform.properties"), JUNIT_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a submission of each of these kinds, no two alike. */
    private Map<Path, Kind> write(Bench bench, PcaWorkspace workspace, List<Kind> kinds) {
        Map<Path, Kind> submissions = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            Path file = bench.folder("submissions").resolve(version + ".java");
            Save.to(file, workspace.text(kind, version++));
            submissions.put(file, kind);
        }
        return submissions;
    }
}
