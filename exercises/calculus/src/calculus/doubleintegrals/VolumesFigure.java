package calculus.doubleintegrals;

import calculus.doubleintegrals.Volumes.Estimate;
import calculus.numericalintegration.Rule;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Where chance and rules look on a square, and how fast they get better. */
public final class VolumesFigure implements Figure<VolumesFigure.Series> {
    private static final int SHOWN = 500;
    private static final int MAX_POWER = 9;
    private static final int MAX_NODES = 16;
    private static final double FLOOR = 1e-10;
    private static final double CEILING = 10;

    /** Functions on the square from -1 to 1, with their integrals. */
    private enum Land {
        CIRCLE("1 within the circle", (x, y) -> x * x + y * y <= 1 ? 1 : 0, Math.PI),
        BELL("bell", (x, y) -> Math.exp(-x * x - y * y), 2.2309851414041346),
        CONE("cone", (x, y) -> 2 - Math.hypot(x, y), 8 - 4.0 / 3 * (Math.sqrt(2) + Math.log(1 + Math.sqrt(2))));

        private final String words;
        private final DoubleBinaryOperator f;
        private final double integral;

        Land(String words, DoubleBinaryOperator f, double integral) {
            this.words = words;
            this.f = f;
            this.integral = integral;
        }

        static Land of(Values values) {
            return Arrays.stream(values())
                    .filter(land -> land.words.equals(values.choice("f")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What was found.
     *
     * @param points (nShown, 2) the first random points
     * @param chance (MAX_POWER) values with 16, 32, 64, … points
     * @param standardErrors (MAX_POWER) of these
     * @param rules (MAX_NODES) values with 1², 2², 3², … nodes
     */
    public record Series(double[][] points, double[] chance, double[] standardErrors, double[] rules) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "f",
                        "function",
                        Arrays.stream(Land.values()).map(land -> land.words).toList(),
                        "1 within the circle"),
                new Range("seed", "seed of the points", "", 1, 50, 1, 1));
    }

    @Override
    public Series series(Values values) {
        DoubleBinaryOperator f = Land.of(values).f;
        List<double[]> points = new ArrayList<>();
        double[] chance = new double[MAX_POWER];
        double[] standardErrors = new double[MAX_POWER];
        for (int k = 0; k < MAX_POWER; k++) {
            boolean isLast = k == MAX_POWER - 1;
            Estimate estimate = Volumes.monteCarlo(
                    p -> {
                        if (isLast && points.size() < SHOWN) {
                            points.add(p.clone());
                        }
                        return f.applyAsDouble(p[0], p[1]);
                    },
                    new double[] {-1, -1},
                    new double[] {1, 1},
                    16 << k,
                    values.whole("seed"));
            chance[k] = estimate.value();
            standardErrors[k] = estimate.standardError();
        }
        double[] rules = IntStream.rangeClosed(1, MAX_NODES)
                .mapToDouble(n -> Volumes.rectangle(f, Rule.gauss(n), -1, 1, -1, 1))
                .toArray();
        Require.finite("monteCarlo", new double[][] {chance, standardErrors});
        Require.finite("rectangle", new double[][] {rules});
        return new Series(points.toArray(double[][]::new), chance, standardErrors, rules);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Is chance better than a rule?",
                List.of(points(values, yours), errors(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart points(Values values, Series yours) {
        XYChart chart = Style.xy(yours.points.length + " random points of " + values.choice("f"), "x", "y");
        Style.equalUnits(chart, 1.05);
        DoubleBinaryOperator f = Land.of(values).f;
        boolean isCircle = Land.of(values) == Land.CIRCLE;
        double cut = isCircle ? 0.5 : mean(values);
        group(chart, isCircle ? "inside" : "above the mean", 0, yours, p -> f.applyAsDouble(p[0], p[1]) > cut);
        group(chart, isCircle ? "outside" : "below", 1, yours, p -> f.applyAsDouble(p[0], p[1]) <= cut);
        return chart;
    }

    private static double mean(Values values) {
        return Land.of(values).integral / 4;
    }

    private static void group(XYChart chart, String name, int group, Series yours, Predicate<double[]> belongs) {
        double[][] chosen = Arrays.stream(yours.points).filter(belongs).toArray(double[][]::new);
        if (chosen.length > 0) {
            Style.points(
                    chart,
                    name,
                    group,
                    Arrays.stream(chosen).mapToDouble(p -> p[0]).toArray(),
                    Arrays.stream(chosen).mapToDouble(p -> p[1]).toArray());
        }
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far off", "evaluations = 2 to the power of", "error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, MAX_POWER + 4);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] ofChance =
                IntStream.range(0, MAX_POWER).mapToDouble(k -> k + 4).toArray();
        double[] ofRules = IntStream.rangeClosed(1, MAX_NODES)
                .mapToDouble(n -> 2 * Math.log(n) / Math.log(2))
                .toArray();
        Style.path(chart, "chance", 0, ofChance, error(values, yours.chance));
        Style.line(chart, "its standard error", 1, ofChance, drawn(yours.standardErrors));
        Style.path(chart, "rule of Gauss, twice", 2, ofRules, error(values, yours.rules));
        if (reference != null) {
            Style.referenceLine(chart, ofChance, drawn(reference.standardErrors));
            Style.referenceLine(chart, ofRules, error(values, reference.rules));
        }
        return chart;
    }

    private static double[] error(Values values, double[] results) {
        double integral = Land.of(values).integral;
        return Style.within(
                FLOOR,
                CEILING,
                DoubleStream.of(results)
                        .map(result -> Math.abs(result - integral))
                        .toArray());
    }

    /** A few points may all have one value, and then nothing is known: that is not drawn. */
    private static double[] drawn(double[] standardErrors) {
        return Arrays.stream(standardErrors)
                .map(error -> error > 0 ? Math.min(CEILING, Math.max(FLOOR, error)) : CEILING)
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the first %d random points on the square from -1 to 1, in two colours. Right: the error of the integral"
                        + " of %s, which is %.5f, by evaluations. Chance with %d points gives %.5f with a standard error of"
                        + " %.5f; the rule of Gauss in both directions with %d nodes is off by %.0e, with %d by %.0e.",
                yours.points.length,
                values.choice("f"),
                Land.of(values).integral,
                16 << (MAX_POWER - 1),
                yours.chance[MAX_POWER - 1],
                yours.standardErrors[MAX_POWER - 1],
                64,
                error(values, yours.rules)[7],
                MAX_NODES * MAX_NODES,
                error(values, yours.rules)[MAX_NODES - 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return String.format(
                Locale.ROOT,
                "The reference has %.5f by chance, with a standard error of %.5f, and %.5f by rule; yours is %.5f.",
                reference.chance[MAX_POWER - 1],
                reference.standardErrors[MAX_POWER - 1],
                reference.rules[MAX_NODES - 1],
                yours.rules[MAX_NODES - 1]);
    }
}
