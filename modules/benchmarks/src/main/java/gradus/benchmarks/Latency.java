package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * From a saved file to its verdict: the room {@code pca}, its checks by Maven, and like exercises in Rust and Python.
 */
final class Latency implements Benchmark {
    private static final String WATCH = "gradus watch, all right";
    private static final String MISTAKE = "gradus watch, a mistake that is recognised";
    private static final String WARM = "gradus check, daemon warm";
    private static final String COLD = "gradus check --no-daemon";
    private static final String MAVEN = "mvn -o -q test";
    private static final String RUST = "rustc --test";
    private static final String PYTEST = "pytest with NumPy";

    /** The first saves, before anything is timed; a learner makes dozens. */
    private static final int WARM_UP = 12;

    /** A contestant, and what it does in the run of a number. */
    private record Turn(String name, IntConsumer measure) {}

    @Override
    public void run(Bench bench, Report report) {
        PcaWorkspace watched = PcaWorkspace.in(bench, "watched");
        PcaWorkspace checked = PcaWorkspace.in(bench, "checked");
        Program warm = bench.gradus(checked.folder(), "check", PcaWorkspace.ROOM);
        Program cold = bench.gradus(checked.folder(), "check", PcaWorkspace.ROOM, "--no-daemon");
        List<Turn> peers = peers(bench, report);
        try (Watching watching = new Watching(bench, watched)) {
            for (int run = -WARM_UP; run < 0; run++) {
                watching.save(watched.file(), watched.text(Kind.RIGHT, run), "Passed: ");
                watching.save(watched.file(), watched.text(Kind.MISTAKE, run), "Failed: ");
                Save.to(checked.file(), checked.text(Kind.RIGHT, run));
                warm.run();
            }
            bench.daemon();
            List<Turn> turns = new ArrayList<>();
            turns.add(new Turn(WATCH, run -> {
                double seconds = watching.save(watched.file(), watched.text(Kind.RIGHT, run), "Passed: ");
                report.measured(WATCH, Quantity.WALL, seconds);
            }));
            turns.add(new Turn(MISTAKE, run -> {
                double seconds = watching.save(watched.file(), watched.text(Kind.MISTAKE, run), "Failed: ");
                report.measured(MISTAKE, Quantity.WALL, seconds);
            }));
            turns.add(new Turn(WARM, run -> {
                Save.to(checked.file(), checked.text(Kind.RIGHT, run));
                report.measured(WARM, warm.run());
            }));
            turns.add(new Turn(COLD, run -> report.measured(COLD, cold.run())));
            turns.addAll(peers);
            for (int run = 0; run < bench.runs(); run++) {
                for (Turn turn : turns) {
                    Bench.rest();
                    bench.begin(run, turn.name());
                    turn.measure().accept(run);
                }
            }
        }
        compare(report);
    }

    /** Those of the peers that are here. */
    private static List<Turn> peers(Bench bench, Report report) {
        List<Turn> turns = new ArrayList<>();
        Peer.@Nullable Present maven = report.with(bench.peers().maven());
        if (maven != null) {
            PcaWorkspace tested = PcaWorkspace.in(bench, "tested");
            Program test = tested.mavenTest(maven);
            bench.progress().accept("Warming up: " + MAVEN);
            test.run();
            turns.add(new Turn(MAVEN, run -> {
                Save.to(tested.file(), tested.text(Kind.RIGHT, run));
                report.measured(MAVEN, test.run());
            }));
        }
        Peer.@Nullable Present rustc = report.with(bench.peers().rustc());
        if (rustc != null) {
            Path folder = compiledMatrices(bench, rustc);
            turns.add(new Turn(
                    RUST,
                    run -> report.measured(RUST, rustTest(folder, rustc, run).run())));
        }
        Peer.@Nullable Present python = report.with(bench.peers().python("numpy", "pytest"));
        if (python != null) {
            Path folder = copy(bench, "python", "pca.py", "test_pca.py");
            turns.add(new Turn(
                    PYTEST,
                    run -> report.measured(PYTEST, pytest(folder, python, run).run())));
        }
        return turns;
    }

    private static void compare(Report report) {
        for (String ours : List.of(WATCH, WARM)) {
            String name = ours.equals(WATCH) ? "watch" : "check";
            report.compare("mvn/" + name, Quantity.WALL, MAVEN, ours, Bar.atLeast(20), "");
            report.compare("rustc/" + name, Quantity.WALL, RUST, ours, Bar.atLeast(1), "");
            report.compare("pytest/" + name, Quantity.WALL, PYTEST, ours, Bar.atLeast(1), "");
        }
        report.compare("mvn/check-cold", Quantity.WALL, MAVEN, COLD, Bar.atLeast(4), "");
        report.note("Save to verdict: from the moment at which an editor moves the new file into place to the last line"
                + " of the verdict. The others: from the start of the process to its end.");
        report.note("Maven runs the very checks of the room in a learner's workspace; Rust and Python run like ones on"
                + " a like exercise, Rust with its matrices compiled before.");
    }

    private static Path copy(Bench bench, String language, String... names) {
        Path folder = bench.folder(language);
        try {
            for (String name : names) {
                Files.copy(bench.peerFile(language).resolve(name), folder.resolve(name));
            }
            Files.copy(bench.home().resolve("datasets/iris/iris.csv"), folder.resolve("iris.csv"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compiledMatrices(Bench bench, Peer.Present rustc) {
        Path folder = copy(bench, "rust", "matrix.rs", "pca.rs");
        new Program(
                        "rustc",
                        folder,
                        Map.of(),
                        List.of(rustc.command().get(0), "--edition", "2021", "-O", "--crate-type", "rlib", "matrix.rs"))
                .run();
        return folder;
    }

    private static Program rustTest(Path folder, Peer.Present rustc, int version) {
        Path file = folder.resolve("pca.rs");
        Save.to(file, read(file) + "// version " + version + "\n");
        String both = rustc.command().get(0)
                + " --edition 2021 --test --extern matrix=libmatrix.rlib pca.rs -o pca && ./pca -q";
        return new Program(RUST, folder, Map.of(), List.of("sh", "-c", both));
    }

    private static Program pytest(Path folder, Peer.Present python, int version) {
        Path file = folder.resolve("pca.py");
        Save.to(file, read(file) + "# version " + version + "\n");
        return new Program(
                PYTEST,
                folder,
                Map.of("OPENBLAS_NUM_THREADS", "1"),
                List.of(python.command().get(0), "-m", "pytest", "-q", "test_pca.py"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
