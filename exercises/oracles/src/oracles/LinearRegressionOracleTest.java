package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.LARSTrainer;
import regression.linearregression.LinearRegression;

class LinearRegressionOracleTest {
    private static final String[] NAMES = {"sepal length", "sepal width", "petal length"};

    /** Held, because loggers that nobody holds forget their level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final double[][] iris = Datasets.table("iris/iris.csv").numbers();
    private final double[][] X =
            Arrays.stream(iris).map(flower -> Arrays.copyOf(flower, 3)).toArray(double[][]::new);
    private final double[] y =
            Arrays.stream(iris).mapToDouble(flower -> flower[3]).toArray();

    @BeforeAll
    static void quiet() {
        TRIBUO.setLevel(Level.WARNING);
    }

    /** Least angle regression that has taken in every feature has arrived at least squares. */
    @Test
    @Evidence(LIBRARY)
    void predictionsAgreeWithTribuo() {
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> flowers =
                new MutableDataset<>(new SimpleDataSourceProvenance("iris", factory), factory);
        for (int i = 0; i < X.length; i++) {
            flowers.add(example(X[i], y[i]));
        }
        Model<Regressor> model = new LARSTrainer().train(flowers);
        double[] tribuo = Arrays.stream(X)
                .mapToDouble(
                        flower -> model.predict(example(flower, 0)).getOutput().getValues()[0])
                .toArray();

        assertClose("fitQr", tribuo, LinearRegression.fitQr(X, y).predict(X), 1e-9, "");
        assertClose(
                "fitNormalEquation",
                tribuo,
                LinearRegression.fitNormalEquation(X, y).predict(X),
                1e-9,
                "");
    }

    @Test
    @Evidence(LIBRARY)
    void leastSquaresAgreesWithEjml() {
        double[][] A = Matrix.gaussian(new SplittableRandom(5), 40, 6);
        double[] b = Matrix.gaussian(new SplittableRandom(6), 1, 40)[0];
        var solver = LinearSolverFactory_DDRM.leastSquares(40, 6);
        solver.setA(new DMatrixRMaj(A));
        DMatrixRMaj x = new DMatrixRMaj(6, 1);
        solver.solve(new DMatrixRMaj(40, 1, true, b), x);

        assertClose("leastSquares", x.getData(), LinearRegression.leastSquares(A, b), 1e-12, "");
    }

    private static ArrayExample<Regressor> example(double[] flower, double y) {
        return new ArrayExample<>(new Regressor("petal width", y), NAMES, flower);
    }
}
