package arraysandtables.ndarrayaxes;

import arraysandtables.ndarraycore.NdArray;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Means of random numbers, and a flag turned by a batch of matrices. */
public final class AxesFigure implements Figure<AxesFigure.Series> {
    private static final int N_MEANS = 2000;
    private static final int N_BINS = 40;
    /** Of more turns than that only the first one has a colour and a name of its own. */
    private static final int MAX_NAMED = 4;

    private static final int N_CORNERS = 6;

    /** (2, 6) x and y of a flag on its pole. */
    private static final double[] FLAG = {0, 0, 1.2, 0.9, 1.2, 0, 0, 3, 3, 2.5, 2, 2};

    /**
     * What was computed.
     *
     * @param means (2000) of uniform numbers
     * @param flags (nTurns, 12) the flag after each turn, its six x and then its six y
     */
    public record Series(double[] means, double[][] flags) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("n", "numbers in each mean", "", 1, 64, 1, 4),
                new Range("turns", "turns in the batch", "", 1, 12, 1, 5),
                new Range("seed", "seed of the random numbers", "", 1, 100, 1, 1));
    }

    @Override
    public Series series(Values values) {
        NdArray means = Axes.mean(Axes.uniform(values.whole("seed"), N_MEANS, values.whole("n")), 1);
        int nTurns = values.whole("turns");
        NdArray flags = Axes.matmul(turns(nTurns), NdArray.of(FLAG, 2, N_CORNERS));
        double[] corners = elements("matmul(turns, flag)", flags, nTurns * FLAG.length);
        return new Series(
                elements("mean(uniform(seed, 2000, n), 1)", means, N_MEANS),
                IntStream.range(0, nTurns)
                        .mapToObj(turn -> Arrays.copyOfRange(corners, turn * FLAG.length, (turn + 1) * FLAG.length))
                        .toArray(double[][]::new));
    }

    private static NdArray turns(int n) {
        double[] matrices = new double[4 * n];
        for (int turn = 0; turn < n; turn++) {
            double angle = 2 * Math.PI * turn / n;
            matrices[4 * turn] = Math.cos(angle);
            matrices[4 * turn + 1] = -Math.sin(angle);
            matrices[4 * turn + 2] = Math.sin(angle);
            matrices[4 * turn + 3] = Math.cos(angle);
        }
        return NdArray.of(matrices, n, 2, 2);
    }

    private static double[] elements(String name, NdArray a, int n) {
        double[] elements = a.toArray();
        Require.length(name, elements, n);
        Require.finite(name, new double[][] {elements});
        return elements;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "One call for a whole axis, one for a whole batch",
                List.of(means(values, yours, reference), flags(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart means(Values values, Series yours, @Nullable Series reference) {
        int n = values.whole("n");
        XYChart chart = Style.xy(
                N_MEANS + " means of " + n + (n == 1 ? " uniform number" : " uniform numbers"), "mean", "density");
        Style.rangeX(chart, 0, 1);
        double[] middles = IntStream.range(0, N_BINS)
                .mapToDouble(bin -> (bin + 0.5) / N_BINS)
                .toArray();
        double deviation = Math.sqrt(1 / (12.0 * n));
        double[] places =
                IntStream.rangeClosed(0, 200).mapToDouble(k -> k / 200.0).toArray();
        Style.line(
                chart,
                "normal curve",
                4,
                places,
                Arrays.stream(places)
                        .map(x -> Math.exp(-(x - 0.5) * (x - 0.5) / (2 * deviation * deviation))
                                / (deviation * Math.sqrt(2 * Math.PI)))
                        .toArray());
        Style.path(chart, "means", 0, middles, density(yours.means));
        if (reference != null
                && Math.abs(spread(reference.means) - spread(yours.means)) > 0.2 * spread(reference.means)) {
            Style.referenceLine(chart, middles, density(reference.means));
        }
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    private static double[] density(double[] means) {
        double[] density = new double[N_BINS];
        for (double mean : means) {
            density[(int) Math.max(0, Math.min(N_BINS - 1, Math.floor(mean * N_BINS)))] += (double) N_BINS / N_MEANS;
        }
        return density;
    }

    private static XYChart flags(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("A flag times " + yours.flags.length + " turns", "x", "y");
        Style.equalUnits(chart, 3.4);
        int last = yours.flags.length - 1;
        for (int turn = 0; turn <= last; turn++) {
            double[] x = Arrays.copyOf(yours.flags[turn], N_CORNERS);
            double[] y = Arrays.copyOfRange(yours.flags[turn], N_CORNERS, 2 * N_CORNERS);
            String name = last > MAX_NAMED && turn == 1 ? "turns 1 to " + last : "turn " + turn;
            Style.line(chart, name, last > MAX_NAMED ? Math.min(turn, 1) : turn, x, y);
            if (last > MAX_NAMED && turn > 1) {
                chart.getSeries(name).setShowInLegend(false);
            }
        }
        if (reference != null) {
            for (double[] flag : reference.flags) {
                Style.referenceLine(
                        chart, Arrays.copyOf(flag, N_CORNERS), Arrays.copyOfRange(flag, N_CORNERS, 2 * N_CORNERS));
            }
        }
        return chart;
    }

    private static double middle(double[] means) {
        return Arrays.stream(means).average().orElse(0);
    }

    private static double spread(double[] means) {
        double middle = middle(means);
        return Math.sqrt(Arrays.stream(means)
                .map(mean -> (mean - middle) * (mean - middle))
                .average()
                .orElse(0));
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] last = yours.flags[yours.flags.length - 1];
        String words = String.format(
                Locale.ROOT,
                "Left: %d means of %s each; their mean is %.3f, their standard deviation %.4f, where"
                        + " √(1/12n) is %.4f. Right: a flag turned %d times around the origin; the top of its pole stands at"
                        + " (%.2f, %.2f) after the last turn.",
                N_MEANS,
                values.whole("n") == 1 ? "1 uniform number" : values.whole("n") + " uniform numbers",
                middle(yours.means),
                spread(yours.means),
                Math.sqrt(1 / (12.0 * values.whole("n"))),
                yours.flags.length,
                last[1],
                last[N_CORNERS + 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    /** Right generators differ from each other, so means are compared by their spread. */
    private static String comparison(Series yours, Series reference) {
        boolean areFlagsEqual = true;
        for (int turn = 0; turn < reference.flags.length; turn++) {
            for (int k = 0; k < FLAG.length; k++) {
                areFlagsEqual &= Math.abs(yours.flags[turn][k] - reference.flags[turn][k]) < 1e-9;
            }
        }
        return (areFlagsEqual ? "Your flags agree with the reference's." : "Your flags differ from the reference's.")
                + String.format(
                        Locale.ROOT,
                        " The reference's means have a standard deviation of %.4f.",
                        spread(reference.means));
    }
}
