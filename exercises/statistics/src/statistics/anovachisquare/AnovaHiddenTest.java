package statistics.anovachisquare;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class AnovaHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the incomplete gamma function of whole numbers is a sum of Poisson probabilities")
    void poisson(RandomGenerator random) {
        int n = random.nextInt(3, 40);
        for (double x : new double[] {random.nextDouble(0.1, n), n + random.nextDouble(1, 20)}) {
            double sum = 0;
            double term = Math.exp(-x);
            for (int k = 0; k < n; k++) {
                sum += term;
                term *= x / (k + 1);
            }

            assertClose("upper(n, x)", sum, IncompleteGamma.upper(n, x), 1e-12, "The probability of fewer than n.");
        }
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("expected counts have the sums of rows and columns")
    void sums(RandomGenerator random) {
        double[][] counts = new double[3][5];
        for (double[] row : counts) {
            Arrays.setAll(row, j -> random.nextInt(1, 40));
        }
        double[][] expected = requireShape("expected", 3, 5, Independence.expected(counts), "As the table.");

        assertClose("columns", Matrix.columnMeans(counts), Matrix.columnMeans(expected), 1e-12, "Sums stay.");
        assertClose(
                "rows",
                Matrix.columnMeans(Matrix.transpose(counts)),
                Matrix.columnMeans(Matrix.transpose(expected)),
                1e-12,
                "Sums stay.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("squares between and within are all squares")
    void total(RandomGenerator random) {
        double[][] groups = new double[random.nextInt(2, 6)][];
        Arrays.setAll(groups, k -> random.doubles(2 + k, -3, 3).toArray());
        double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).sum() / all.length;
        double squares = Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum();
        Anova anova = Anova.of(groups);

        assertClose("sum", squares, anova.betweenSquares() + anova.withinSquares(), 1e-11, "Pythagoras.");
        assertClose("share", anova.betweenSquares() / squares, anova.explainedShare(), 1e-12, "Between by all.");
    }
}
