package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import calculus.numericalintegration.Integrals;
import calculus.numericalintegration.Rule;
import calculus.stationarypoints.Stationary;
import calculus.taylorseries.Taylor;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms of the chapter calculus against Commons Math and EJML. */
class CalculusOracleTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** Symmetric matrices with entries of order 1: the shift of the room costs a digit. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void eigenvaluesAgreeWithEjml(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + seed % 6;
        double[][] A = Matrix.gaussian(random, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                A[i][j] = A[j][i];
            }
        }
        var decomposition = DecompositionFactory_DDRM.eig(n, false, true);
        decomposition.decompose(new DMatrixRMaj(A));
        double[] falling = IntStream.range(0, n)
                .mapToDouble(k -> -decomposition.getEigenvalue(k).getReal())
                .sorted()
                .map(value -> -value)
                .toArray();

        assertClose("eigenvalues", falling, Stationary.eigenvalues(A), 1e-11, "EJML says so.");
    }

    @ParameterizedTest(name = "{0} nodes")
    @ValueSource(ints = {1, 2, 3, 4, 7, 10, 20, 33, 64})
    @Evidence(LIBRARY)
    void gaussAgreesWithCommonsMath(int n) {
        GaussIntegrator integrator = new GaussIntegratorFactory().legendre(n);
        Rule rule = Rule.gauss(n);

        assertClose(
                "nodes",
                IntStream.range(0, n).mapToDouble(integrator::getPoint).toArray(),
                rule.nodes(),
                1e-12,
                "Commons Math says so.");
        assertClose(
                "weights",
                IntStream.range(0, n).mapToDouble(integrator::getWeight).toArray(),
                rule.weights(),
                1e-12,
                "Commons Math says so.");
    }

    @Test
    @Evidence(LIBRARY)
    void adaptiveSimpsonAgreesWithCommonsMath() {
        DoubleUnaryOperator f = x -> Math.exp(-x) * Math.sin(5 * x);

        assertClose(
                "the integral of a fading wave",
                new SimpsonIntegrator(1e-10, 1e-12, 3, 40).integrate(1_000_000, f::applyAsDouble, 0, 4),
                Integrals.adaptiveSimpson(f, 0, 4, 1e-10),
                1e-9,
                "Commons Math says so.");
    }

    @Test
    @Evidence(LIBRARY)
    void coefficientsAgreeWithCommonsMath() {
        for (double a : new double[] {-0.5, 0, 0.3, 2}) {
            DerivativeStructure x = new DerivativeStructure(1, 8, 0, a);
            assertClose("exp", coefficients(x.exp()), Taylor.exp(a, 8).coefficients(), 1e-12, "Commons Math says so.");
            assertClose("sin", coefficients(x.sin()), Taylor.sin(a, 8).coefficients(), 1e-12, "Commons Math says so.");
            assertClose("cos", coefficients(x.cos()), Taylor.cos(a, 8).coefficients(), 1e-12, "Commons Math says so.");
            // (1 - 0.5)⁻⁸ makes coefficients of order 30.
            assertClose(
                    "log1p",
                    coefficients(x.log1p()),
                    Taylor.log1p(a, 8).coefficients(),
                    1e-11,
                    "Commons Math says so.");
        }
    }

    private static double[] coefficients(DerivativeStructure derivatives) {
        double[] all = derivatives.getAllDerivatives();
        double factorial = 1;
        for (int k = 1; k < all.length; k++) {
            factorial *= k;
            all[k] /= factorial;
        }
        return Arrays.copyOf(all, all.length);
    }
}
