package statistics.anovachisquare;

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
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Groups or a table, and the distribution of their statistic if nothing were going on. */
public final class AnovaFigure implements Figure<AnovaFigure.Series> {
    private static final int N_GROUPS = 4;
    private static final int N_POINTS = 240;
    private static final List<String> EYES = List.of("brown eyes", "blue eyes", "green eyes");

    /**
     * What the learner's test says.
     *
     * @param data of each group, or counts of each row of the table
     * @param expected means of the groups, or counts that the table would have in each row
     * @param test statistic, p-value, degrees of freedom above and below, or degrees of chi-square and 0
     * @param density (N_POINTS) of the statistic, if nothing is going on
     */
    public record Series(double[][] data, double[][] expected, double[] test, double[] density) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("data", "data", List.of("groups", "table"), "groups"),
                new Range("effect", "effect", "deviations", 0, 1, 0.1, 0.8),
                new Choice("n", "numbers in a group, or tens of people in a row", List.of("3", "10", "30"), "10"));
    }

    private static boolean isTable(Values values) {
        return values.choice("data").equals("table");
    }

    /** The density is seen up to here. */
    private static double reach(Values values) {
        return isTable(values) ? 24 : 8;
    }

    private static double[] places(Values values) {
        return IntStream.rangeClosed(1, N_POINTS)
                .mapToDouble(i -> reach(values) * i / N_POINTS)
                .toArray();
    }

    @Override
    public Series series(Values values) {
        Random random = new Random(3);
        int n = Integer.parseInt(values.choice("n"));
        double effect = values.number("effect");
        Series series = isTable(values)
                ? table(values, counts(random, 10 * n, effect))
                : groups(values, numbers(random, n, effect));
        Require.finite("statistic(), pValue() and degrees", new double[][] {series.test});
        Require.finite("density", new double[][] {series.density});
        return series;
    }

    private static Series groups(Values values, double[][] groups) {
        Anova anova = Anova.of(groups);
        double[] test = {anova.statistic(), anova.pValue(), anova.betweenDegrees(), anova.withinDegrees()};
        FDistribution distribution = new FDistribution(test[2], test[3]);
        double[][] means = new double[N_GROUPS][];
        for (int k = 0; k < N_GROUPS; k++) {
            means[k] = new double[] {Arrays.stream(groups[k]).average().orElse(0)};
        }
        return new Series(
                groups,
                means,
                test,
                Arrays.stream(places(values)).map(distribution::density).toArray());
    }

    private static Series table(Values values, double[][] counts) {
        Independence independence = Independence.of(counts);
        double[][] expected = Independence.expected(counts);
        double[] test = {independence.statistic(), independence.pValue(), independence.degrees(), 0};
        ChiSquare distribution = new ChiSquare(test[2]);
        Require.columns("expected", expected, EYES.size());
        Require.finite("expected", expected);
        return new Series(
                counts,
                expected,
                test,
                Arrays.stream(places(values)).map(distribution::density).toArray());
    }

    /** Groups whose true means are 0, effect, 0 and -effect, in deviations. */
    private static double[][] numbers(Random random, int n, double effect) {
        double[][] groups = new double[N_GROUPS][n];
        for (int k = 0; k < N_GROUPS; k++) {
            for (int i = 0; i < n; i++) {
                groups[k][i] = effect * Math.sin(k * Math.PI / 2) + random.nextGaussian();
            }
        }
        return groups;
    }

    /** Three kinds of hair by three of eyes; blond hair comes with blue eyes, black with brown ones. */
    private static double[][] counts(Random random, int n, double effect) {
        double[][] counts = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int person = 0; person < n; person++) {
                double brown = 0.45 + 0.3 * effect * (1 - i);
                double u = random.nextDouble();
                counts[i][u < brown ? 0 : u < 0.85 ? 1 : 2]++;
            }
        }
        return counts;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                String.format(
                        Locale.ROOT,
                        isTable(values) ? "A table: chi-square is %.2f, p = %.2g" : "Four groups: F is %.2f, p = %.2g",
                        yours.test[0],
                        yours.test[1]),
                List.of(
                        isTable(values) ? cells(yours, reference) : points(yours),
                        distribution(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart points(Series yours) {
        XYChart chart = Style.xy("Numbers and means of four groups", "group", "measured (deviations)");
        Style.rangeX(chart, 0.5, N_GROUPS + 0.5);
        chart.getStyler().setYAxisMin(-4.0).setYAxisMax(4.0).setMarkerSize(6);
        double mean = Arrays.stream(yours.data)
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElse(0);
        Style.line(chart, "mean of all", 2, new double[] {0.5, N_GROUPS + 0.5}, new double[] {mean, mean});
        double[] x = IntStream.range(0, N_GROUPS)
                .mapToObj(k -> IntStream.range(0, yours.data[k].length)
                        .mapToDouble(i -> k + 1 + 0.3 * ((i + 0.5) / yours.data[k].length - 0.5)))
                .flatMapToDouble(s -> s)
                .toArray();
        Style.points(
                chart,
                "numbers",
                0,
                x,
                Arrays.stream(yours.data).flatMapToDouble(Arrays::stream).toArray());
        Style.points(
                chart,
                "mean of a group",
                1,
                IntStream.rangeClosed(1, N_GROUPS).asDoubleStream().toArray(),
                Arrays.stream(yours.expected).mapToDouble(m -> m[0]).toArray());
        return chart;
    }

    private static XYChart cells(Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Black, brown and blond hair by colour of eyes", "expected (people)", "counted (people)");
        double most = 1.05
                * Math.max(
                        Arrays.stream(yours.data)
                                .flatMapToDouble(Arrays::stream)
                                .max()
                                .orElse(1),
                        Arrays.stream(yours.expected)
                                .flatMapToDouble(Arrays::stream)
                                .max()
                                .orElse(1));
        Style.rangeX(chart, 0, most);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(most);
        Style.line(chart, "as expected", 3, new double[] {0, most}, new double[] {0, most});
        for (int j = 0; j < EYES.size(); j++) {
            Style.points(chart, EYES.get(j), j, Matrix.column(yours.expected, j), Matrix.column(yours.data, j));
        }
        for (int j = 0; j < EYES.size() && reference != null; j++) {
            Style.referencePoints(
                    chart,
                    "reference " + EYES.get(j),
                    Matrix.column(reference.expected, j),
                    Matrix.column(reference.data, j));
            chart.getSeries("reference " + EYES.get(j)).setShowInLegend(false);
        }
        return chart;
    }

    private static XYChart distribution(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("If nothing were going on", isTable(values) ? "chi-square" : "F", "density");
        double reach = reach(values);
        Style.rangeX(chart, 0, reach);
        chart.getStyler().setYAxisDecimalPattern("0.##");
        double[] x = places(values);
        for (int i = 0; i < N_POINTS; i += 2) {
            if (x[i] >= yours.test[0]) {
                Style.backgroundLine(chart, new double[] {x[i], x[i]}, new double[] {0, yours.density[i]});
            }
        }
        String degrees = isTable(values)
                ? String.format(Locale.ROOT, "chi-square, %.0f degrees", yours.test[2])
                : String.format(Locale.ROOT, "F, %.0f and %.0f degrees", yours.test[2], yours.test[3]);
        Style.line(chart, degrees, 0, x, yours.density);
        Style.points(
                chart,
                yours.test[0] > reach ? "observed, beyond the axis" : "observed",
                1,
                new double[] {Math.max(0, Math.min(reach, yours.test[0]))},
                new double[] {0});
        if (reference != null) {
            Style.referenceLine(chart, x, reference.density);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = isTable(values)
                ? String.format(
                        Locale.ROOT,
                        "Left: what was counted by what was expected, in the nine cells of a made-up table of hair and eyes; %.0f"
                                + " people with black hair have brown eyes where %.1f were expected. Right: the density of chi-square"
                                + " with %.0f degrees of freedom; the table has %.2f, and %.2g of the area is above it.",
                        yours.data[0][0],
                        yours.expected[0][0],
                        yours.test[2],
                        yours.test[0],
                        yours.test[1])
                : String.format(
                        Locale.ROOT,
                        "Left: four made-up groups of %s numbers with means %.2f, %.2f, %.2f and %.2f. Right: the density of F with %.0f"
                                + " and %.0f degrees of freedom; the groups have %.2f, and %.2g of the area is above it.",
                        values.choice("n"),
                        yours.expected[0][0],
                        yours.expected[1][0],
                        yours.expected[2][0],
                        yours.expected[3][0],
                        yours.test[2],
                        yours.test[3],
                        yours.test[0],
                        yours.test[1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.test, reference.test)
                        && Arrays.equals(yours.density, reference.density)
                        && Arrays.deepEquals(yours.expected, reference.expected)
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has the statistic %.2f and p = %.2g.",
                        reference.test[0],
                        reference.test[1]);
    }
}
