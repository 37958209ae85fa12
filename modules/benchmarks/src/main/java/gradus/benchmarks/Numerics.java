package gradus.benchmarks;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Numeric work of the kit and of rooms, and the same work by NumPy, SciPy, scikit-learn, EJML and DJL. */
final class Numerics implements Benchmark {
    private static final String GRADUS = "gradus";
    private static final int NUMBERS = 90_000;

    /** Results of the same work differ by round-off alone, and by what Ridge's tiny penalty does. */
    private static final double AGREEMENT = 1e-8;

    /** As workers have them: serial collector, all compilers. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData");

    private static final Map<String, String> ONE_THREAD =
            Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

    /**
     * Work that a peer does too.
     *
     * @param other why the peer's algorithm is not the same; null if it is
     */
    private record Shared(
            String work, String peer, @Nullable String other) {
        static Shared same(String work, String peer) {
            return new Shared(work, peer, null);
        }

        String remark() {
            return other == null ? "same algorithm" : "other algorithm: " + other;
        }

        @Nullable
        Bar bar() {
            return peer.equals("scikit-learn") && other == null ? Bar.atMost(1) : null;
        }
    }

    private static final String BLOCKED = "blocked for the cache, with vector instructions, by hand (BLAS)";
    private static final String BIDIAGONAL = "bidiagonal matrix first, then divide and conquer; here Jacobi rotations";
    private static final String IMPLICIT_QR = "bidiagonal matrix first, then implicit QR steps; here Jacobi rotations";
    private static final String PIVOTED_JACOBI = "a pivoted QR decomposition first, which saves Jacobi sweeps";
    private static final String PIVOTED_QR = "Householder's too, but with pivots and in blocks";
    private static final String SVD = "singular values; here Householder's QR";
    private static final String LU = "solves AᵀA by LU; here by QR";
    private static final String CHOLESKY = "centres, then solves XᵀX by Cholesky; here AᵀA by QR";

    private static final String BLOCKED_LU = "in blocks, whose products are those of BLAS";
    private static final String TRIDIAGONAL = "tridiagonal matrix first, then implicit QR steps; here Jacobi rotations";
    private static final String TRIDIAGONAL_DIVIDED =
            "tridiagonal matrix first, then divide and conquer; here Jacobi rotations";
    private static final String ENGINE = "the same operations, in native code behind an engine";

    private static final List<Shared> ALL = List.of(
            new Shared("matrix-product", "numpy", BLOCKED),
            Shared.same("matrix-product", "ejml"),
            new Shared("svd", "numpy", BIDIAGONAL),
            new Shared("svd", "scipy", PIVOTED_JACOBI),
            new Shared("svd", "ejml", IMPLICIT_QR),
            Shared.same("centre", "numpy"),
            new Shared("pca-fit", "numpy", BIDIAGONAL),
            new Shared("pca-fit", "scikit-learn", BIDIAGONAL),
            Shared.same("pca-transform", "numpy"),
            Shared.same("pca-transform", "scikit-learn"),
            Shared.same("pca-standardise", "numpy"),
            Shared.same("pca-standardise", "scikit-learn"),
            new Shared("least-squares-qr", "numpy", "Householder's too, but forms Q"),
            new Shared("least-squares-qr", "scipy", PIVOTED_QR),
            new Shared("least-squares-qr", "scikit-learn", SVD),
            Shared.same("least-squares-qr", "ejml"),
            new Shared("normal-equation", "numpy", LU),
            new Shared("normal-equation", "scikit-learn", CHOLESKY),
            new Shared("normal-equation", "ejml", LU),
            Shared.same("predict", "numpy"),
            Shared.same("predict", "scikit-learn"),
            Shared.same("least-squares-descent", "numpy"),
            Shared.same("sgd-1", "numpy"),
            Shared.same("sgd-1", "scikit-learn"),
            Shared.same("sgd-32", "numpy"),
            Shared.same("backtracking", "numpy"),
            Shared.same("squared-loss", "numpy"),
            Shared.same("squared-loss", "scikit-learn"),
            Shared.same("absolute-loss", "numpy"),
            Shared.same("absolute-loss", "scikit-learn"),
            Shared.same("huber-loss", "scipy"),
            Shared.same("pinball-loss", "numpy"),
            Shared.same("pinball-loss", "scikit-learn"),
            Shared.same("r2", "numpy"),
            Shared.same("r2", "scikit-learn"),
            Shared.same("huber-descent", "numpy"),
            new Shared("blocked-product", "numpy", BLOCKED),
            Shared.same("blocked-product", "ejml"),
            new Shared("lu-solve", "numpy", BLOCKED_LU),
            new Shared("lu-solve", "scipy", BLOCKED_LU),
            Shared.same("lu-solve", "ejml"),
            new Shared("inverse", "numpy", BLOCKED_LU),
            Shared.same("inverse", "ejml"),
            new Shared("cholesky-solve", "scipy", BLOCKED_LU),
            Shared.same("cholesky-solve", "ejml"),
            new Shared("qr-least-squares", "numpy", "Householder's too, but in blocks, and forms Q"),
            new Shared("qr-least-squares", "scipy", PIVOTED_QR),
            Shared.same("qr-least-squares", "ejml"),
            new Shared("symmetric-eigen", "numpy", TRIDIAGONAL_DIVIDED),
            new Shared("symmetric-eigen", "ejml", TRIDIAGONAL),
            new Shared("svd-room", "numpy", BIDIAGONAL),
            new Shared("svd-room", "scipy", PIVOTED_JACOBI),
            new Shared("svd-room", "ejml", IMPLICIT_QR),
            new Shared("net-gradient", "djl", ENGINE),
            new Shared("wide-net-gradient", "djl", ENGINE));

    @Override
    public void run(Bench bench, Report report) {
        Peer.@Nullable Present python = report.with(bench.peers().python("numpy", "scipy", "sklearn"));
        report.version("EJML", Bench.versionOf("ejml-ddense"));
        report.version("DJL", Bench.versionOf("api"));
        report.version("its PyTorch", Bench.versionOf("pytorch-native-[a-z0-9]*"));
        String numbers = write(bench.scratch().resolve("numbers")).toString();
        String seconds = Double.toString(bench.amount(1, 0.05));
        Map<String, Double> results = new HashMap<>();
        for (int run = 0; run < bench.runs(); run++) {
            bench.begin(run, "Gradus and EJML");
            add(report, results, bench.java(Map.of(), FLAGS, Kernels.class, numbers, seconds));
            bench.begin(run, "Gradus and DJL");
            add(report, results, Training.djl(bench, AutodiffKernels.class, numbers, seconds));
            if (python != null) {
                bench.begin(run, "NumPy, SciPy and scikit-learn");
                List<String> command = List.of(
                        python.command().get(0),
                        bench.peerFile("python/numerics.py").toString(),
                        numbers,
                        seconds);
                add(report, results, new Program("numerics.py", bench.scratch(), ONE_THREAD, command));
            }
        }
        for (Shared shared : ALL) {
            report.compare(
                    shared.work() + "/" + shared.peer(),
                    Quantity.CPU,
                    shared.work() + ", " + GRADUS,
                    shared.work() + ", " + shared.peer(),
                    shared.bar(),
                    shared.remark());
        }
    }

    private static Path write(Path file) {
        SplittableRandom random = new SplittableRandom(1);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < NUMBERS; i++) {
                out.writeDouble(random.nextGaussian());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what a process measured, and holds its results against those that were there first. */
    private static void add(Report report, Map<String, Double> results, Program program) {
        program.run().output().lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            String contestant = words[0] + ", " + words[1];
            report.measured(contestant, Quantity.CPU, Double.parseDouble(words[2]));
            double result = Double.parseDouble(words[3]);
            double first = results.computeIfAbsent(words[0], work -> result);
            if (!(Math.abs(result - first) <= AGREEMENT * Math.abs(first))) {
                throw new Failed(contestant + " found " + result + ", but others found " + first
                        + ": this is not the same work.");
            }
        });
    }
}
