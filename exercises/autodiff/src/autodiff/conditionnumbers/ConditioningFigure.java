package autodiff.conditionnumbers;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Condition numbers by size, and the errors of a system while it is refined. */
public final class ConditioningFigure implements Figure<ConditioningFigure.Series> {
    private static final int MAX_N = 11;
    private static final int N_STEPS = 8;
    private static final double FLOOR = 1e-17;
    private static final double CEILING = 10;
    private static final String HILBERT = "Hilbert";
    private static final String RANDOM = "random";
    /** The smallest number that 1 to 21 divide. */
    private static final double MULTIPLE = 232792560;

    /**
     * What the room gave.
     *
     * @param hilbert (MAX_N) condition numbers of Hilbert matrices
     * @param random (MAX_N) of matrices of small whole numbers
     * @param backward (N_STEPS + 1) backward error after each step
     * @param forward (N_STEPS + 1) forward error after each step
     */
    public record Series(double[] hilbert, double[] random, double[] backward, double[] forward) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("matrix", "matrix on the right", List.of(HILBERT, RANDOM), HILBERT),
                new Range("n", "its number of rows", "", 2, MAX_N, 1, 10));
    }

    @Override
    public Series series(Values values) {
        double[] hilbert = IntStream.rangeClosed(1, MAX_N)
                .mapToDouble(n -> Conditioning.conditionNumber(Conditioning.hilbert(n)))
                .toArray();
        double[] random = IntStream.rangeClosed(1, MAX_N)
                .mapToDouble(n -> Conditioning.conditionNumber(random(n)))
                .toArray();
        int n = values.whole("n");
        double[][] A =
                values.choice("matrix").equals(HILBERT) ? Matrix.times(MULTIPLE, Conditioning.hilbert(n)) : random(n);
        for (double[] row : A) {
            Arrays.setAll(row, j -> Math.rint(row[j]));
        }
        double[] exact = new double[n];
        Arrays.fill(exact, 1);
        double[] b = Matrix.times(A, exact);
        double[][] path = Conditioning.refine(A, b, N_STEPS);
        Require.that(path.length == N_STEPS + 1, "refine must give %d rows, but gave %d", N_STEPS + 1, path.length);
        Require.finite("refine", path);
        return new Series(
                hilbert,
                random,
                Arrays.stream(path)
                        .mapToDouble(x -> Conditioning.backwardError(A, x, b))
                        .toArray(),
                Arrays.stream(path)
                        .mapToDouble(x -> Conditioning.forwardError(x, exact))
                        .toArray());
    }

    private static double[][] random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] A = new double[n][n];
        for (double[] row : A) {
            Arrays.setAll(row, j -> random.nextInt(-9, 10));
        }
        for (int i = 0; i < n; i++) {
            A[i][i] += 10;
        }
        return A;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How many digits are right?",
                List.of(conditions(yours, reference), errors(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart conditions(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Condition numbers", "n", "condition number");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 1, MAX_N);
        chart.getStyler().setYAxisMin(1.0).setYAxisMax(1e17);
        double[] sizes = IntStream.rangeClosed(1, MAX_N).asDoubleStream().toArray();
        Style.backgroundLine(chart, new double[] {1, MAX_N}, new double[] {0x1p53, 0x1p53});
        Style.path(chart, "Hilbert", 0, sizes, shownConditions(yours.hilbert));
        Style.path(chart, "random", 1, sizes, shownConditions(yours.random));
        if (reference != null) {
            Style.referenceLine(chart, sizes, shownConditions(reference.hilbert));
            Style.referenceLine(chart, sizes, shownConditions(reference.random));
        }
        return chart;
    }

    private static double[] shownConditions(double[] conditions) {
        return Arrays.stream(conditions)
                .map(c -> Math.min(1e17, Math.max(1, c)))
                .toArray();
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                values.choice("matrix") + " system of " + values.choice("n") + " equations",
                "steps of refinement",
                "relative error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_STEPS);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] steps = IntStream.rangeClosed(0, N_STEPS).asDoubleStream().toArray();
        Style.path(chart, "forward error", 0, steps, Style.within(FLOOR, CEILING, yours.forward));
        Style.path(chart, "backward error", 1, steps, Style.within(FLOOR, CEILING, yours.backward));
        if (reference != null) {
            Style.referenceLine(chart, steps, Style.within(FLOOR, CEILING, reference.forward));
            Style.referenceLine(chart, steps, Style.within(FLOOR, CEILING, reference.backward));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: condition numbers by size. Of Hilbert matrices they grow from %.3g for n = 2 to %.3g for n = 10; of"
                        + " random ones they stay below %.3g. Right: a %s system of %s equations. By elimination alone its"
                        + " backward error is %.1e and its forward error %.1e; after one step of refinement the forward error"
                        + " is %.1e, after two %.1e, after %d %.1e.",
                yours.hilbert[1],
                yours.hilbert[9],
                Arrays.stream(yours.random).max().orElse(0) * 1.01,
                values.choice("matrix"),
                values.choice("n"),
                yours.backward[0],
                yours.forward[0],
                yours.forward[1],
                yours.forward[2],
                N_STEPS,
                yours.forward[N_STEPS]);
        if (reference == null) {
            return words;
        }
        boolean isSame = Arrays.equals(reference.hilbert, yours.hilbert)
                && Arrays.equals(reference.forward, yours.forward)
                && Arrays.equals(reference.backward, yours.backward);
        return words
                + (isSame
                        ? " The reference has the same."
                        : String.format(
                                Locale.ROOT,
                                " The reference has %.3g for n = 10, and forward errors of %.1e, %.1e and %.1e.",
                                reference.hilbert[9],
                                reference.forward[0],
                                reference.forward[1],
                                reference.forward[2]));
    }
}
