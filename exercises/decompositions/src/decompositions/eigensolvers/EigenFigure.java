package decompositions.eigensolvers;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.Svd;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** How fast Rayleigh quotients settle, and eigenvalues found in two ways. */
public final class EigenFigure implements Figure<EigenFigure.Series> {
    private static final int N = 5;
    private static final int SHOWN_RUNS = 3;
    private static final int SHOWN_STEPS = 40;
    private static final double FLOOR = 1e-16;
    private static final double CEILING = 10;
    private static final List<String> NAMES = List.of("first", "second, deflated", "third, deflated");

    /**
     * What was found.
     *
     * @param quotients (3) those of the first steps of each run
     * @param steps (3) how many there were
     * @param byPower (5) eigenvalues in the order found
     * @param byJacobi (5) eigenvalues, largest first
     */
    public record Series(double[][] quotients, int[] steps, double[] byPower, double[] byJacobi) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("ratio", "second eigenvalue over the first, third over the second, …", "", -1, 1, 0.05, 0.5));
    }

    @Override
    public Series series(Values values) {
        double[][] A = matrix(values);
        List<PowerIteration> runs = PowerIteration.largest(A, Matrix.gaussian(new SplittableRandom(4), N, N), 1e-12);
        Require.that(runs.size() == N, "largest(A, starts) must have %d results, but has %d", N, runs.size());
        double[][] quotients = runs.stream()
                .limit(SHOWN_RUNS)
                .map(run -> Arrays.copyOf(run.quotients(), Math.min(run.quotients().length, SHOWN_STEPS + 1)))
                .toArray(double[][]::new);
        double[] byPower = runs.stream().mapToDouble(PowerIteration::value).toArray();
        double[] byJacobi = Eigen.jacobi(A).values();
        for (double[] run : quotients) {
            Require.finite("quotients", new double[][] {run});
        }
        Require.finite("value of largest(A, starts)", new double[][] {byPower});
        Require.columns("jacobi(A).values()", new double[][] {byJacobi}, N);
        Require.finite("jacobi(A).values()", new double[][] {byJacobi});
        int[] steps = runs.stream()
                .limit(SHOWN_RUNS)
                .mapToInt(run -> run.quotients().length - 1)
                .toArray();
        return new Series(quotients, steps, byPower, byJacobi);
    }

    /** A matrix with known eigenvalues along axes that are turned. */
    private static double[][] matrix(Values values) {
        double[][] axes =
                Svd.thin(Matrix.gaussian(new SplittableRandom(7), N, N)).vt();
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < N; k++) {
            scaled[k] = Matrix.times(eigenvalue(values, k), new double[][] {axes[k]})[0];
        }
        return Matrix.times(Matrix.transpose(axes), scaled);
    }

    private static double eigenvalue(Values values, int k) {
        return Math.pow(values.number("ratio"), k);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How fast does the strongest direction win?",
                List.of(errors(values, yours, reference), eigenvalues(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Error of the Rayleigh quotient, ratio " + values.asMap().get("ratio"),
                "step",
                "error of the eigenvalue");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, SHOWN_STEPS);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        for (int k = 0; k < yours.quotients.length; k++) {
            Style.path(chart, NAMES.get(k), k, steps(yours.quotients[k]), error(values, yours.quotients[k], k));
        }
        for (int k = 0; reference != null && k < reference.quotients.length; k++) {
            if (reference.quotients[k].length > 1) {
                Style.referenceLine(chart, steps(reference.quotients[k]), error(values, reference.quotients[k], k));
            }
        }
        return chart;
    }

    private static double[] steps(double[] quotients) {
        return IntStream.range(0, quotients.length).asDoubleStream().toArray();
    }

    private static double[] error(Values values, double[] quotients, int k) {
        return Arrays.stream(quotients)
                .map(q -> Math.min(CEILING, Math.max(FLOOR, Math.abs(q - eigenvalue(values, k)))))
                .toArray();
    }

    private static XYChart eigenvalues(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("The five eigenvalues, found in two ways", "number, the largest first", "eigenvalue");
        Style.rangeX(chart, 0.5, N + 0.5);
        chart.getStyler().setYAxisMin(-1.2).setYAxisMax(1.2);
        Style.backgroundLine(chart, new double[] {0.4, N + 0.6}, new double[] {0, 0});
        Style.points(chart, "Jacobi", 0, numbers(-0.08), yours.byJacobi);
        Style.points(chart, "power iteration", 1, numbers(0.08), largestFirst(yours.byPower));
        if (reference != null) {
            double[] y = IntStream.range(0, 2 * N)
                    .mapToDouble(k -> k < N ? reference.byJacobi[k] : largestFirst(reference.byPower)[k - N])
                    .toArray();
            double[] x = IntStream.range(0, 2 * N)
                    .mapToDouble(k -> k < N ? k + 0.92 : k - N + 1.08)
                    .toArray();
            Style.referencePoints(chart, "reference", x, y);
        }
        return chart;
    }

    private static double[] numbers(double shift) {
        return IntStream.rangeClosed(1, N).mapToDouble(k -> k + shift).toArray();
    }

    private static double[] largestFirst(double[] values) {
        double[] sorted = Arrays.stream(values).map(value -> -value).sorted().toArray();
        return Arrays.stream(sorted).map(value -> -value).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "A matrix with eigenvalues 1, r, r², r³ and r⁴ for r = %s. Left: the error of the Rayleigh quotient by step, on"
                        + " a logarithmic axis; after 10 steps it is %s, and runs end after %s steps. Right: the"
                        + " eigenvalues that Jacobi's method finds, %s, and those of power iteration with deflation, %s.",
                values.asMap().get("ratio"),
                IntStream.range(0, yours.quotients.length)
                        .mapToObj(k -> String.format(
                                Locale.ROOT,
                                "%.0e",
                                error(values, yours.quotients[k], k)[Math.min(10, yours.quotients[k].length - 1)]))
                        .collect(Collectors.joining(", ")),
                Arrays.stream(yours.steps).mapToObj(Integer::toString).collect(Collectors.joining(", ")),
                listed(yours.byJacobi),
                listed(largestFirst(yours.byPower)));
        return reference == null
                ? words
                : words + " "
                        + (listed(yours.byJacobi).equals(listed(reference.byJacobi))
                                        && listed(yours.byPower).equals(listed(reference.byPower))
                                ? "The reference has the same eigenvalues."
                                : "The reference has " + listed(reference.byJacobi) + " and "
                                        + listed(largestFirst(reference.byPower)) + ".");
    }

    private static String listed(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.4f", Math.rint(1e4 * value) / 1e4 + 0.0))
                .collect(Collectors.joining(", "));
    }
}
