package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent;
import optimization.gradientdescent.GradientDescent.BatchGradient;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

class GradientDescentOracleTest {
    private static final int N_EPOCHS = 5;
    private static final double LEARNING_RATE = 0.05;

    private static final double[][] X = Matrix.gaussian(new SplittableRandom(5), 12, 2);
    private static final double[] Y = Matrix.times(X, new double[] {3, -2});

    /** Held, because loggers that nobody holds forget their level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    @BeforeAll
    static void quiet() {
        TRIBUO.setLevel(Level.WARNING);
    }

    @ParameterizedTest(name = "batchSize {0}")
    @ValueSource(ints = {1, 3, 12})
    @Evidence(LIBRARY)
    void sgdAgreesWithTribuo(int batchSize) {
        int[] order = IntStream.range(0, X.length).toArray();
        int[][] orders = new int[N_EPOCHS][];
        Arrays.fill(orders, order);
        double[][] path = GradientDescent.sgd(gradient(Y), new double[3], LEARNING_RATE, 0, batchSize, orders);

        assertClose("weights and bias", tribuo(batchSize), path[N_EPOCHS], 1e-12, "");
    }

    /**
     * With noise in y no weights make all gradients of single samples 0, and a fixed rate never comes to rest. Rates
     * that fall like 1/e do. What is left of the start after N epochs is about N^(-12 · 0.5 · λ) with λ, the smallest
     * eigenvalue of XᵀX/n, near 1; what is left of the last epoch's noise is of the size of the last rate, 0.5/1000.
     */
    @ParameterizedTest(name = "batchSize {0}")
    @ValueSource(ints = {1, 4})
    @Evidence(LIBRARY)
    void sgdWithDecayReachesLeastSquares(int batchSize) {
        SplittableRandom random = new SplittableRandom(8);
        double[] noisy = Matrix.plus(Y, 0.5, Matrix.gaussian(random, 1, Y.length)[0]);
        int[][] orders = new int[1000][];
        Arrays.setAll(orders, epoch -> shuffled(random));
        double[][] path = GradientDescent.sgd(gradient(noisy), new double[3], 0.2, 0.1, batchSize, orders);

        assertClose("weights and bias", leastSquares(noisy), path[orders.length], 2e-3, "The closed form says so.");
    }

    /** By EJML. */
    private static double[] leastSquares(double[] y) {
        double[][] A = new double[X.length][];
        Arrays.setAll(A, i -> new double[] {X[i][0], X[i][1], 1});
        DMatrixRMaj weights = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.solve(new DMatrixRMaj(A), new DMatrixRMaj(y.length, 1, true, y), weights);
        return weights.getData();
    }

    private static int[] shuffled(SplittableRandom random) {
        int[] order = IntStream.range(0, X.length).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /**
     * The weights, then the bias. Tribuo steps along batchSize times the sum of the gradients, not along their mean.
     */
    private static double[] tribuo(int batchSize) {
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> samples =
                new MutableDataset<>(new SimpleDataSourceProvenance("samples", factory), factory);
        for (int i = 0; i < X.length; i++) {
            samples.add(new ArrayExample<>(new Regressor("y", Y[i]), new String[] {"a", "b"}, X[i]));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new SquaredLoss(),
                SGD.getSimpleSGD(LEARNING_RATE / (batchSize * batchSize)),
                N_EPOCHS,
                -1,
                batchSize,
                1);
        trainer.setShuffle(false);
        DenseMatrix weights = ((LinearSGDModel) trainer.train(samples)).getWeightsCopy();
        return new double[] {weights.get(0, 0), weights.get(0, 1), weights.get(0, 2)};
    }

    /** Of half the mean squared error. */
    private static BatchGradient gradient(double[] y) {
        return (weights, batch) -> {
            double[] sum = new double[3];
            for (int i : batch) {
                double[] sample = {X[i][0], X[i][1], 1};
                sum = Matrix.plus(sum, (Matrix.dot(sample, weights) - y[i]) / batch.length, sample);
            }
            return sum;
        };
    }
}
