package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import optimization.adaptiveoptimizers.Adam;
import optimization.adaptiveoptimizers.AdamW;
import optimization.adaptiveoptimizers.Momentum;
import optimization.adaptiveoptimizers.Nesterov;
import optimization.adaptiveoptimizers.Optimizer;
import optimization.adaptiveoptimizers.Sgd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twenty steps of the room's optimizers and of DJL's, on the same gradients. DJL's RMSProp, Adagrad and NAG throw with
 * PyTorch; its Sgd with momentum is held against Momentum here, too.
 */
class OptimizersOracleTest {
    private static final int N_STEPS = 20;
    private static final int N_PARAMETERS = 5;
    private static final float LEARNING_RATE = 0.01f;

    /**
     * DJL computes in floats here: twenty steps of 0.01 from numbers of order 1 are right to about 20 · 6e-8 · 1.
     * Adam's ε stands beside the root of v there, not of v̂, which makes steps differ by about 0.01 · 1e-8 / 0.03.
     */
    private static final double TOLERANCE = 3e-6;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void sgdAgrees(int seed) {
        assertAgrees(
                seed,
                new Sgd(LEARNING_RATE),
                ai.djl.training.optimizer.Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .build());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void momentumAgrees(int seed) {
        assertAgrees(
                seed,
                new Momentum(N_PARAMETERS, LEARNING_RATE, 0.9f),
                ai.djl.training.optimizer.Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .optMomentum(0.9f)
                        .build());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void adamAgrees(int seed) {
        assertAgrees(
                seed,
                new Adam(N_PARAMETERS, LEARNING_RATE, 0.9f, 0.999f, 1e-8),
                ai.djl.training.optimizer.Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .optBeta1(0.9f)
                        .optBeta2(0.999f)
                        .optEpsilon(1e-8f)
                        .build());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void adamWAgrees(int seed) {
        assertAgrees(
                seed,
                new AdamW(N_PARAMETERS, LEARNING_RATE, 0.9f, 0.999f, 1e-8, 0.1f),
                ai.djl.training.optimizer.Optimizer.adamW()
                        .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .optBeta1(0.9f)
                        .optBeta2(0.999f)
                        .optEpsilon(1e-8f)
                        .optWeightDecays(0.1f)
                        .build());
    }

    /** Nesterov's method has no counterpart that runs: without momentum, and after one step, it must be Sgd's. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void nesterovWithoutMomentumAgrees(int seed) {
        assertAgrees(
                seed,
                new Nesterov(N_PARAMETERS, LEARNING_RATE, 0),
                ai.djl.training.optimizer.Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                        .build());
    }

    private static void assertAgrees(int seed, Optimizer ours, ai.djl.training.optimizer.Optimizer djl) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Matrix.gaussian(random, 1, N_PARAMETERS)[0];
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray weights = manager.create(floats(x));
            for (int k = 0; k < N_STEPS; k++) {
                double[] gradient = Matrix.gaussian(random, 1, N_PARAMETERS)[0];
                x = ours.step(x, gradient);
                djl.update("x", weights, manager.create(floats(gradient)));
            }
            float[] end = weights.toFloatArray();
            assertClose(
                    "parameters after 20 steps",
                    IntStream.range(0, end.length).mapToDouble(j -> end[j]).toArray(),
                    x,
                    TOLERANCE,
                    "DJL says so.");
        }
    }

    private static float[] floats(double[] a) {
        float[] floats = new float[a.length];
        for (int j = 0; j < a.length; j++) {
            floats[j] = (float) a[j];
        }
        return floats;
    }
}
