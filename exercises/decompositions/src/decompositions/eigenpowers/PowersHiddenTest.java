package decompositions.eigenpowers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class PowersHiddenTest {

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("power of any symmetric matrix raises the eigenvalues it was made of")
    void anyMatrix(RandomGenerator random) {
        double[][] axes = Svd.thin(Matrix.gaussian(random, 4, 4)).vt();
        double[] values = {2.5, -1.5, 0.5, -0.25};
        for (int exponent : new int[] {2, 5, -2}) {
            double[] raised = Arrays.stream(values)
                    .map(value -> Math.pow(value, exponent))
                    .toArray();
            // Up to 2.5⁵ = 98, or 0.25⁻² = 16, each off by a few times 1e-15 of that.
            assertClose(
                    "power " + exponent + " of a matrix with eigenvalues 2.5, -1.5, 0.5 and -0.25",
                    matrix(axes, raised),
                    Powers.power(matrix(axes, values), exponent),
                    1e-11,
                    "V · diag(valuesᵉ) · Vᵀ; an even power of a negative number is positive.");
        }
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("step takes what it is given apart: it is linear, and loses nobody")
    void linear(RandomGenerator random) {
        int[][] links = PageRankTest.web(random, 12);
        double[][] moved = new double[12][];
        double[] rank = random.doubles(12, 0.1, 1).toArray();
        double sum = Arrays.stream(rank).sum();
        rank = Arrays.stream(rank).map(share -> share / sum).toArray();
        double[] expected = new double[12];
        for (int i = 0; i < 12; i++) {
            double[] alone = new double[12];
            alone[i] = 1;
            moved[i] = PageRank.step(links, alone, 0.7);
            assertClose("length of step", 12, moved[i].length, 0, "A share for each page.");
            expected = Matrix.plus(expected, rank[i], moved[i]);
        }
        double[] next = PageRank.step(links, rank, 0.7);

        assertClose(
                "step of shares, from those of each page alone", expected, next, 1e-14, "Each page hands on its own.");
        assertClose("sum of the shares after it", 1, Arrays.stream(next).sum(), 1e-14, "Nobody leaves the web.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("of solves the linear system of the web")
    void solves(RandomGenerator random) {
        int n = 10;
        int[][] links = PageRankTest.web(random, n);
        // By its definition: r - d·M·r = (1 - d)/n, with a column 1/n of M for each page without links. Here solved by
        // its series, of which 400 terms leave 0.85⁴⁰⁰ = 6e-29.
        double[] term = new double[n];
        Arrays.fill(term, 0.15 / n);
        double[] expected = term.clone();
        for (int k = 0; k < 400; k++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int page = j;
                    double share = links[i].length == 0
                            ? 1.0 / n
                            : (double) Arrays.stream(links[i])
                                            .filter(link -> link == page)
                                            .count()
                                    / links[i].length;
                    next[j] += 0.85 * share * term[i];
                }
            }
            term = next;
            expected = Matrix.plus(expected, 1, term);
        }

        // Off by at most 1e-13 · 0.85/0.15.
        assertClose("of(links, 0.85, 1e-13)", expected, PageRank.of(links, 0.85, 1e-13), 1e-12, "Repeat step.");
    }

    private static double[][] matrix(double[][] axes, double[] values) {
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            scaled[k] = Arrays.stream(scaled[k]).map(entry -> entry * value).toArray();
        }
        return Matrix.times(Matrix.transpose(axes), scaled);
    }
}
