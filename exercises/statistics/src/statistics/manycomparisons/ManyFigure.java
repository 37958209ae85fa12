package statistics.manycomparisons;

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
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Differences of two samples dealt out anew, and sorted p-values with the lines of three methods. */
public final class ManyFigure implements Figure<ManyFigure.Series> {
    private static final int N_TESTS = 20;
    private static final int N_DRAWS = 1000;
    private static final int N_EACH = 8;
    private static final int N_BINS = 20;
    private static final double REACH = 3;
    private static final double LEVEL = 0.05;

    /**
     * What the learner's methods say.
     *
     * @param differences (N_DRAWS) of samples dealt out anew, then the one that came
     * @param p (N_TESTS) from permutations
     * @param adjusted (3, N_TESTS) Bonferroni's, Holm's, Benjamini's and Hochberg's
     */
    public record Series(double[] differences, double[] p, double[][] adjusted) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("effects", "tests in which there is something to find", "", 0, 15, 1, 8),
                new Range("size", "size of an effect", "deviations", 0.5, 3, 0.25, 1.5),
                new Range("seed", "seed of the data", "", 1, 30, 1, 4));
    }

    @Override
    public Series series(Values values) {
        Random random = new Random(values.whole("seed"));
        int[][] firsts = new int[N_DRAWS][];
        Arrays.setAll(firsts, i -> choice(random));
        double[] p = new double[N_TESTS];
        double[] differences = new double[0];
        for (int test = 0; test < N_TESTS; test++) {
            double effect = test < values.whole("effects") ? values.number("size") : 0;
            double[] x = random.doubles(N_EACH)
                    .map(u -> effect + random.nextGaussian())
                    .toArray();
            double[] y = random.doubles(N_EACH).map(u -> random.nextGaussian()).toArray();
            p[test] = Permutation.sampled(x, y, firsts);
            if (test == 0) {
                double[] all = Arrays.copyOf(x, 2 * N_EACH);
                System.arraycopy(y, 0, all, N_EACH, N_EACH);
                differences = IntStream.rangeClosed(0, N_DRAWS)
                        .mapToDouble(i -> Permutation.difference(
                                all,
                                i < N_DRAWS
                                        ? firsts[i]
                                        : IntStream.range(0, N_EACH).toArray()))
                        .toArray();
            }
        }
        double[][] adjusted = {Adjust.bonferroni(p), Adjust.holm(p), Adjust.benjaminiHochberg(p)};
        Require.finite("difference", new double[][] {differences});
        Require.finite("sampled", new double[][] {p});
        Require.columns("bonferroni, holm and benjaminiHochberg", adjusted, N_TESTS);
        Require.finite("bonferroni, holm and benjaminiHochberg", adjusted);
        return new Series(differences, p, adjusted);
    }

    private static int[] choice(Random random) {
        int[] numbers = IntStream.range(0, 2 * N_EACH).toArray();
        for (int i = 0; i < N_EACH; i++) {
            int j = i + random.nextInt(2 * N_EACH - i);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        return Arrays.copyOf(numbers, N_EACH);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                String.format(
                        Locale.ROOT,
                        "Twenty tests, %d with an effect: p ≤ 0.05 in %d, adjusted in %d, %d and %d",
                        values.whole("effects"),
                        found(yours.p),
                        found(yours.adjusted[0]),
                        found(yours.adjusted[1]),
                        found(yours.adjusted[2])),
                List.of(dealt(yours, reference), sorted(values, yours, reference)),
                description(values, yours, reference));
    }

    private static long found(double[] p) {
        return Arrays.stream(p).filter(v -> v <= LEVEL).count();
    }

    private static XYChart dealt(Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("The first test: samples dealt out anew", "difference of means (deviations)", "of 1,000 ways");
        Style.rangeX(chart, -REACH, REACH);
        double[] x = IntStream.range(0, N_BINS)
                .mapToDouble(k -> -REACH + 2 * REACH * (k + 0.5) / N_BINS)
                .toArray();
        double[] counts = counts(yours);
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisMax(1.1 * Arrays.stream(counts).max().orElse(1));
        Style.path(chart, "dealt out anew", 0, x, counts);
        double observed = yours.differences[N_DRAWS];
        Style.points(
                chart,
                String.format(Locale.ROOT, "observed, p = %.3f", yours.p[0]),
                1,
                new double[] {Math.max(-REACH, Math.min(REACH, observed))},
                new double[] {0});
        if (reference != null) {
            Style.referenceLine(chart, x, counts(reference));
        }
        return chart;
    }

    private static double[] counts(Series series) {
        double[] counts = new double[N_BINS];
        for (int i = 0; i < N_DRAWS; i++) {
            double bin = Math.floor((series.differences[i] + REACH) / (2 * REACH) * N_BINS);
            counts[(int) Math.max(0, Math.min(N_BINS - 1, bin))]++;
        }
        return counts;
    }

    private static XYChart sorted(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Sorted p-values, and where each method draws its line", "k, from the smallest", "p-value");
        Style.rangeX(chart, 0, N_TESTS);
        Style.logarithmicY(chart);
        chart.getStyler().setYAxisMin(5e-4).setYAxisMax(1.0);
        double[] k = IntStream.rangeClosed(1, N_TESTS).asDoubleStream().toArray();
        Style.line(chart, "Benjamini-Hochberg", 2, k, map(k, v -> LEVEL * v / N_TESTS));
        Style.line(chart, "Holm", 4, k, map(k, v -> LEVEL / (N_TESTS + 1 - v)));
        Style.line(chart, "Bonferroni", 3, k, map(k, v -> LEVEL / N_TESTS));
        Style.backgroundLine(chart, new double[] {0, N_TESTS}, new double[] {LEVEL, LEVEL});
        int[] order = order(yours.p);
        for (int group = 0; group < 2; group++) {
            boolean isReal = group == 0;
            int[] places = IntStream.range(0, N_TESTS)
                    .filter(i -> order[i] < values.whole("effects") == isReal)
                    .toArray();
            if (places.length > 0) {
                Style.points(
                        chart,
                        isReal ? "effect" : "no effect",
                        group,
                        Arrays.stream(places).mapToDouble(i -> i + 1).toArray(),
                        Arrays.stream(places)
                                .mapToDouble(i -> yours.p[order[i]])
                                .toArray());
            }
        }
        if (reference != null) {
            double[] p = reference.p.clone();
            Arrays.sort(p);
            Style.referencePoints(chart, "reference", k, p);
        }
        return chart;
    }

    private static double[] map(double[] k, DoubleUnaryOperator f) {
        return Arrays.stream(k).map(f).toArray();
    }

    private static int[] order(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int effects = values.whole("effects");
        String words = String.format(
                Locale.ROOT,
                "Left: differences of two made-up samples of %d, dealt out anew 1,000 times; the one that came is %.2f, and p = %.3f."
                        + " Right: twenty p-values in their order, with something to find in %d tests. %d are at most 0.05, %d of them"
                        + " false. Bonferroni finds %d, Holm %d, Benjamini and Hochberg %d, %d of them false.",
                N_EACH,
                yours.differences[N_DRAWS],
                yours.p[0],
                effects,
                found(yours.p),
                found(Arrays.copyOfRange(yours.p, effects, N_TESTS)),
                found(yours.adjusted[0]),
                found(yours.adjusted[1]),
                found(yours.adjusted[2]),
                found(Arrays.copyOfRange(yours.adjusted[2], effects, N_TESTS)));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.differences, reference.differences)
                        && Arrays.equals(yours.p, reference.p)
                        && Arrays.deepEquals(yours.adjusted, reference.adjusted)
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "With the reference Bonferroni finds %d, Holm %d, Benjamini and Hochberg %d.",
                        found(reference.adjusted[0]),
                        found(reference.adjusted[1]),
                        found(reference.adjusted[2]));
    }
}
