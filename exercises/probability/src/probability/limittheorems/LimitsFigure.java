package probability.limittheorems;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Running means with bounds, and histograms of standardised sums beside the bell. */
public final class LimitsFigure implements Figure<LimitsFigure.Series> {
    private static final int N_RUNS = 5;
    private static final int N_DRAWS = 1000;
    private static final int N_SUMS = 10_000;
    private static final int N_BINS = 32;
    private static final double REACH = 4;

    /**
     * What the learner's limits say.
     *
     * @param means (N_RUNS, N_DRAWS)
     * @param bounds (N_DRAWS)
     * @param densities (N_BINS) of the sums
     */
    public record Series(double[][] means, double[] bounds, double[] densities) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "draws",
                        "draws",
                        List.of("uniform", "waiting times", "squared waiting times"),
                        "waiting times"),
                new Choice("n", "draws in a sum", List.of("1", "2", "10", "50"), "2"));
    }

    private static double mean(Values values) {
        return switch (values.choice("draws")) {
            case "uniform" -> 0.5;
            case "waiting times" -> 1;
            default -> 2;
        };
    }

    private static double deviation(Values values) {
        return switch (values.choice("draws")) {
            case "uniform" -> Math.sqrt(1 / 12.0);
            case "waiting times" -> 1;
            default -> Math.sqrt(20);
        };
    }

    private static double[] draws(Values values, Random random, int n) {
        return random.doubles(n)
                .map(u -> switch (values.choice("draws")) {
                    case "uniform" -> u;
                    case "waiting times" -> -Math.log1p(-u);
                    default -> Math.log1p(-u) * Math.log1p(-u);
                })
                .toArray();
    }

    @Override
    public Series series(Values values) {
        Random random = new Random(5);
        double[][] means = new double[N_RUNS][];
        for (int run = 0; run < N_RUNS; run++) {
            means[run] = Limits.runningMeans(draws(values, random, N_DRAWS));
        }
        double[] bounds = new double[N_DRAWS];
        for (int n = 1; n <= N_DRAWS; n++) {
            bounds[n - 1] = Limits.chebyshev(deviation(values), n, 0.05);
        }
        double[][] X = new double[N_SUMS][];
        for (int i = 0; i < N_SUMS; i++) {
            X[i] = draws(values, random, Integer.parseInt(values.choice("n")));
        }
        double[] sums = Limits.standardisedSums(X, mean(values), deviation(values));
        double[] densities = Limits.histogram(sums, -REACH, REACH, N_BINS);
        Require.columns("runningMeans", means, N_DRAWS);
        Require.finite("runningMeans", means);
        Require.finite("chebyshev", new double[][] {bounds});
        Require.length("histogram", densities, N_BINS);
        Require.finite("histogram", new double[][] {densities});
        return new Series(means, bounds, densities);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Many draws of " + values.choice("draws"),
                List.of(means(values, yours, reference), sums(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart means(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Five running means", "draws", "mean so far");
        Style.rangeX(chart, 0, N_DRAWS);
        double mean = mean(values);
        double deviation = deviation(values);
        chart.getStyler().setYAxisMin(mean - deviation).setYAxisMax(mean + deviation);
        double[] x = IntStream.rangeClosed(1, N_DRAWS).asDoubleStream().toArray();
        for (int run = 0; run < N_RUNS; run++) {
            Style.line(chart, "run " + (run + 1), run, x, within(yours.means[run], mean, deviation));
        }
        for (int sign : new int[] {-1, 1}) {
            double[] edge =
                    Arrays.stream(yours.bounds).map(b -> mean + sign * b).toArray();
            Style.backgroundLine(chart, x, within(edge, mean, deviation));
        }
        for (int run = 0;
                run < N_RUNS && reference != null && !Arrays.deepEquals(yours.means, reference.means);
                run++) {
            Style.referenceLine(chart, x, within(reference.means[run], mean, deviation));
        }
        return chart;
    }

    private static double[] within(double[] y, double mean, double reach) {
        return Arrays.stream(y)
                .map(v -> Math.max(mean - reach, Math.min(mean + reach, v)))
                .toArray();
    }

    private static XYChart sums(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Standardised sums of " + values.choice("n"), "deviations from the mean", "density");
        Style.rangeX(chart, -REACH, REACH);
        double[] x = IntStream.range(0, N_BINS)
                .mapToDouble(k -> -REACH + 2 * REACH * (k + 0.5) / N_BINS)
                .toArray();
        Style.path(chart, "10,000 sums", 0, x, yours.densities);
        double[] bell = Arrays.stream(x).map(LimitsFigure::bell).toArray();
        Style.line(chart, "normal density", 1, x, bell);
        if (reference != null) {
            Style.referenceLine(chart, x, reference.densities);
        }
        return chart;
    }

    private static double bell(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double largest = 0;
        for (int k = 0; k < N_BINS; k++) {
            double z = -REACH + 2 * REACH * (k + 0.5) / N_BINS;
            largest = Math.max(largest, Math.abs(yours.densities[k] - bell(z)));
        }
        String words = String.format(
                Locale.ROOT,
                "Left: five running means of %s with true mean %.2f end at %.3f, %.3f, %.3f, %.3f and %.3f after %d draws, where the bound for"
                        + " one run in twenty is %.3f. Right: a histogram of standardised sums of %s draws, in which a bin is up to %.3f"
                        + " away from the normal density.",
                values.choice("draws"),
                mean(values),
                yours.means[0][N_DRAWS - 1],
                yours.means[1][N_DRAWS - 1],
                yours.means[2][N_DRAWS - 1],
                yours.means[3][N_DRAWS - 1],
                yours.means[4][N_DRAWS - 1],
                N_DRAWS,
                yours.bounds[N_DRAWS - 1],
                values.choice("n"),
                largest);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.means, reference.means)
                && Arrays.equals(yours.bounds, reference.bounds)
                && Arrays.equals(yours.densities, reference.densities);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference's first mean ends at %.3f, its bound at %.3f.",
                        reference.means[0][N_DRAWS - 1],
                        reference.bounds[N_DRAWS - 1]);
    }
}
