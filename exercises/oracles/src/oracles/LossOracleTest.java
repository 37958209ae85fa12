package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import org.junit.jupiter.api.Test;
import org.tribuo.math.la.DenseVector;
import org.tribuo.regression.sgd.RegressionObjective;
import org.tribuo.regression.sgd.objectives.Huber;
import org.tribuo.regression.sgd.objectives.SquaredLoss;
import regression.regressionlosses.Loss;

class LossOracleTest {
    @Test
    @Evidence(LIBRARY)
    void huberLossAgreesWithTribuo() {
        assertAgrees(new Huber(1.5), new Loss.Huber(1.5), 1);
    }

    /** Tribuo halves the square. */
    @Test
    @Evidence(LIBRARY)
    void squaredLossAgreesWithTribuo() {
        assertAgrees(new SquaredLoss(), new Loss.Squared(), 2);
    }

    private static void assertAgrees(RegressionObjective tribuo, Loss loss, double factor) {
        for (double residual : new double[] {-7, -1.6, -1.4, -0.1, 0, 0.2, 1.45, 1.55, 9}) {
            var expected = tribuo.lossAndGradient(
                    DenseVector.createDenseVector(new double[] {residual + 3}),
                    DenseVector.createDenseVector(new double[] {3}));

            assertClose(loss + " at " + residual, factor * expected.getA(), loss.at(residual), 1e-12, "");
            assertClose(
                    loss + ", slope at " + residual, factor * expected.getB().get(0), loss.slope(residual), 1e-12, "");
        }
    }
}
