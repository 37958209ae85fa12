package statistics.confidencebootstrap;

import gradus.datasets.Datasets;
import gradus.kit.NoData;
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
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import probability.moments.Moments;

/** A hundred intervals, with those that miss, and replicates of a portfolio's alpha with two intervals. */
public final class ConfidenceFigure implements Figure<ConfidenceFigure.Series> {
    private static final int N_INTERVALS = 100;
    private static final int N_RESAMPLES = 2000;
    private static final int N_BINS = 30;
    private static final double MEAN = 10;
    private static final double DEVIATION = 3;
    private static final double SHARE = 0.2;

    /**
     * What the learner's intervals say.
     *
     * @param low (N_INTERVALS)
     * @param high (N_INTERVALS)
     * @param alpha of the sample
     * @param replicates (N_RESAMPLES)
     * @param ends low and high of the percentile interval, then of the basic one
     * @param error the standard error
     * @param isReal whether the returns are those of ISLR
     */
    public record Series(
            double[] low,
            double[] high,
            double alpha,
            double[] replicates,
            double[] ends,
            double error,
            boolean isReal) {
        private boolean holds(int i, double truth) {
            return low[i] <= truth && truth <= high[i];
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "method",
                        "interval",
                        List.of("z with known deviation", "z with s", "t", "Wald", "Wilson"),
                        "z with s"),
                new Choice("n", "draws in a sample", List.of("3", "5", "10", "30", "100"), "5"),
                new Choice("level", "level (%)", List.of("50", "80", "95", "99"), "95"));
    }

    private static boolean isShare(Values values) {
        return values.choice("method").startsWith("W");
    }

    private static double truth(Values values) {
        return isShare(values) ? SHARE : MEAN;
    }

    private static double level(Values values) {
        return Double.parseDouble(values.choice("level")) / 100;
    }

    @Override
    public Series series(Values values) {
        Random random = new Random(2);
        double[] low = new double[N_INTERVALS];
        double[] high = new double[N_INTERVALS];
        for (int i = 0; i < N_INTERVALS; i++) {
            Interval interval = interval(values, random);
            low[i] = interval.low();
            high[i] = interval.high();
        }
        boolean isReal = true;
        double[][] X;
        try {
            X = Datasets.table("islr/Portfolio.csv").numbers("X", "Y");
        } catch (NoData e) {
            isReal = false;
            X = madeUp();
        }
        Random draws = new Random(1);
        double[][] uniforms = new double[N_RESAMPLES][];
        for (int b = 0; b < N_RESAMPLES; b++) {
            uniforms[b] = draws.doubles(X.length).toArray();
        }
        double alpha = Portfolio.alpha(X);
        double[] replicates = Portfolio.replicates(X, uniforms);
        Require.finite("z, t, wald or wilson", new double[][] {low, high});
        Require.length("replicates", replicates, N_RESAMPLES);
        Require.finite("replicates", new double[][] {replicates});
        Interval percentile = Bootstrap.percentile(replicates, level(values));
        Interval basic = Bootstrap.basic(alpha, replicates, level(values));
        double[] ends = {percentile.low(), percentile.high(), basic.low(), basic.high()};
        double error = Bootstrap.standardError(replicates);
        Require.finite("percentile and basic", new double[][] {ends});
        Require.finite("alpha and standardError", new double[][] {{alpha, error}});
        return new Series(low, high, alpha, replicates, ends, error, isReal);
    }

    private static Interval interval(Values values, Random random) {
        int n = Integer.parseInt(values.choice("n"));
        if (isShare(values)) {
            int successes = (int) random.doubles(n).filter(u -> u < SHARE).count();
            return values.choice("method").equals("Wald")
                    ? Intervals.wald(successes, n, level(values))
                    : Intervals.wilson(successes, n, level(values));
        }
        double[] x = DoubleStream.generate(() -> MEAN + DEVIATION * random.nextGaussian())
                .limit(n)
                .toArray();
        return switch (values.choice("method")) {
            case "z with known deviation" -> Intervals.z(x, DEVIATION, level(values));
            case "z with s" -> Intervals.z(x, Moments.deviation(x), level(values));
            default -> Intervals.t(x, level(values));
        };
    }

    private static double[][] madeUp() {
        Random random = new Random(3);
        double[][] X = new double[100][2];
        for (double[] row : X) {
            double common = random.nextGaussian();
            row[0] = 0.7 * common + 0.8 * random.nextGaussian();
            row[1] = 0.7 * common + 0.9 * random.nextGaussian();
        }
        return X;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What an interval promises",
                List.of(hundred(values, yours, reference), histogram(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart hundred(Values values, Series yours, @Nullable Series reference) {
        double truth = truth(values);
        XYChart chart = Style.xy(
                String.format(
                        Locale.ROOT,
                        "%s at %s %%, %s draws: %d of 100 miss",
                        values.choice("method"),
                        values.choice("level"),
                        values.choice("n"),
                        misses(values, yours)),
                isShare(values) ? "share (1 in 5 is the truth)" : "mean (10 is the truth)",
                "sample");
        double reach = reach(yours, truth);
        Style.rangeX(chart, truth - reach, truth + reach);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(101.0);
        Style.backgroundLine(chart, new double[] {truth, truth}, new double[] {0, 101});
        segments(chart, "holds the truth", 0, values, yours, true, reach);
        segments(chart, "misses", 1, values, yours, false, reach);
        if (reference != null
                && !(Arrays.equals(yours.low, reference.low) && Arrays.equals(yours.high, reference.high))) {
            double[] sample = samples();
            Style.referencePoints(chart, "reference, low", within(reference.low, truth, reach), sample);
            Style.referencePoints(chart, "reference, high", within(reference.high, truth, reach), sample);
        }
        return chart;
    }

    /** How far most ends are from the truth: the few that are farther are cut off. */
    private static double reach(Series series, double truth) {
        double[] ends = DoubleStream.concat(Arrays.stream(series.low), Arrays.stream(series.high))
                .map(end -> Math.abs(end - truth))
                .sorted()
                .toArray();
        return Math.max(1e-3, 1.1 * ends[ends.length * 95 / 100]);
    }

    private static double[] within(double[] x, double middle, double reach) {
        return Arrays.stream(x)
                .map(v -> Math.max(middle - reach, Math.min(middle + reach, v)))
                .toArray();
    }

    private static double[] samples() {
        double[] sample = new double[N_INTERVALS];
        Arrays.setAll(sample, i -> i + 1);
        return sample;
    }

    private static void segments(
            XYChart chart, String name, int group, Values values, Series series, boolean holds, double reach) {
        double truth = truth(values);
        double[] low = within(series.low, truth, reach);
        double[] high = within(series.high, truth, reach);
        DoubleStream.Builder x = DoubleStream.builder();
        DoubleStream.Builder y = DoubleStream.builder();
        boolean isEmpty = true;
        for (int i = 0; i < N_INTERVALS; i++) {
            if (series.holds(i, truth) == holds) {
                x.add(low[i]).add(high[i]).add(high[i]);
                y.add(i + 1).add(i + 1).add(Double.NaN);
                isEmpty = false;
            }
        }
        if (!isEmpty) {
            Style.line(chart, name, group, x.build().toArray(), y.build().toArray());
        }
    }

    private static int misses(Values values, Series series) {
        int misses = 0;
        for (int i = 0; i < N_INTERVALS; i++) {
            misses += series.holds(i, truth(values)) ? 0 : 1;
        }
        return misses;
    }

    private static XYChart histogram(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(Locale.ROOT, "2,000 replicates of α, standard error %.3f", yours.error),
                yours.isReal ? "α of ISLR's portfolio" : "α of made-up returns",
                "replicates in a bin");
        double reach = Math.max(1e-3, 4 * Moments.deviation(yours.replicates));
        double[] counts = counts(yours, yours.alpha - reach, 2 * reach);
        double top = 1.3 * Arrays.stream(counts).max().orElse(1);
        Style.rangeX(chart, yours.alpha - reach, yours.alpha + reach);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(top);
        double[] x = edges(yours.alpha - reach, 2 * reach);
        Style.line(chart, "replicates", 0, x, steps(counts));
        Style.backgroundLine(chart, new double[] {yours.alpha, yours.alpha}, new double[] {0, top});
        Style.path(chart, "percentile", 1, new double[] {yours.ends[0], yours.ends[1]}, new double[] {
            0.95 * top, 0.95 * top
        });
        Style.path(
                chart, "basic", 2, new double[] {yours.ends[2], yours.ends[3]}, new double[] {0.88 * top, 0.88 * top});
        if (reference != null) {
            Style.referenceLine(chart, x, steps(counts(reference, yours.alpha - reach, 2 * reach)));
        }
        return chart;
    }

    private static double[] counts(Series series, double from, double length) {
        double[] counts = new double[N_BINS];
        for (double replicate : series.replicates) {
            double bin = Math.floor((replicate - from) / length * N_BINS);
            if (bin >= 0 && bin < N_BINS) {
                counts[(int) bin]++;
            }
        }
        return counts;
    }

    private static double[] edges(double from, double length) {
        double[] x = new double[2 * N_BINS];
        Arrays.setAll(x, i -> from + (i + 1) / 2 * length / N_BINS);
        return x;
    }

    private static double[] steps(double[] counts) {
        double[] y = new double[2 * N_BINS];
        Arrays.setAll(y, i -> counts[i / 2]);
        return y;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: a hundred samples of %s draws, each with its interval (%s, level %s %%); %d miss the truth %s. Right: 2,000"
                        + " replicates of α from %s, whose estimate is %.4f and standard error %.4f. The percentile interval goes"
                        + " from %.4f to %.4f, the basic one from %.4f to %.4f.",
                values.choice("n"),
                values.choice("method"),
                values.choice("level"),
                misses(values, yours),
                isShare(values) ? "0.2" : "10",
                yours.isReal ? "ISLR's portfolio" : "made-up returns",
                yours.alpha,
                yours.error,
                yours.ends[0],
                yours.ends[1],
                yours.ends[2],
                yours.ends[3]);
        return reference == null ? words : words + " " + comparison(values, yours, reference);
    }

    private static String comparison(Values values, Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.low, reference.low)
                && Arrays.equals(yours.high, reference.high)
                && Arrays.equals(yours.replicates, reference.replicates)
                && Arrays.equals(yours.ends, reference.ends)
                && yours.alpha == reference.alpha
                && yours.error == reference.error;
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "Of the reference's intervals %d miss; its α is %.4f with standard error %.4f.",
                        misses(values, reference),
                        reference.alpha,
                        reference.error);
    }
}
