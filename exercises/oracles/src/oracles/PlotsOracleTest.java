package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import arraysandtables.plotkit.Stats;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers behind plots, on drawn data, against Commons Math. */
class PlotsOracleTest {
    /** Sums of at most 60 numbers of order 1. */
    private static final double TOLERANCE = 1e-12;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void quantilesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(1 + 3L * seed, -5, 5).toArray();
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        for (double share : new double[] {0.01, 0.25, 0.5, 0.6, 0.75, 0.99, 1}) {
            assertClose(
                    "quantile at " + share,
                    percentile.evaluate(values, 100 * share),
                    Stats.quantile(values, share),
                    TOLERANCE,
                    "Commons Math says so.");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void correlationsAgree(int seed) {
        double[][] X = Matrix.gaussian(new SplittableRandom(seed), 3 + seed, 4);

        assertClose(
                "correlations",
                new PearsonsCorrelation(X).getCorrelationMatrix().getData(),
                Stats.correlations(X),
                TOLERANCE,
                "Commons Math says so.");
    }
}
