package calculus.numericalintegration;

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
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The error of four rules by the number of evaluations, and where the adaptive one looks. */
public final class IntegralsFigure implements Figure<IntegralsFigure.Series> {
    private static final int MAX_POWER = 10;
    private static final int MAX_DIGITS = 10;
    private static final double FLOOR = 1e-16;
    private static final double CEILING = 100;
    private static final int N_POINTS = 400;
    private static final int MAX_SHOWN = 2000;

    /** Functions on [-1, 1] to choose, with their integrals. */
    private enum Example {
        DENSITY("normal density", IntegralsFigure::density, 0.6826894921370859),
        PEAK("1/(1 + 400x²)", x -> 1 / (1 + 400 * x * x), Math.atan(20) / 10),
        KINK("|x - 1/3|", x -> Math.abs(x - 1 / 3.0), 10 / 9.0),
        ROOT("√(1 + x)", x -> Math.sqrt(1 + x), 4 * Math.sqrt(2) / 3);

        private final String words;
        private final DoubleUnaryOperator f;
        private final double integral;

        Example(String words, DoubleUnaryOperator f, double integral) {
            this.words = words;
            this.f = f;
            this.integral = integral;
        }

        static Example of(Values values) {
            return Arrays.stream(values())
                    .filter(example -> example.words.equals(values.choice("f")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What the rules gave.
     *
     * @param trapezoid (MAX_POWER) with 2, 4, 8, … intervals
     * @param simpson (MAX_POWER) likewise
     * @param gauss (MAX_POWER) with 1, 2, 4, … nodes
     * @param adaptive (MAX_DIGITS) with tolerances 0.1, 0.01, …
     * @param evaluations (MAX_DIGITS) how many values the adaptive rule looked at
     * @param places where it looked with the chosen tolerance
     */
    public record Series(
            double[] trapezoid,
            double[] simpson,
            double[] gauss,
            double[] adaptive,
            double[] evaluations,
            double[] places) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "f",
                        "function",
                        Arrays.stream(Example.values()).map(e -> e.words).toList(),
                        "1/(1 + 400x²)"),
                new Range("digits", "digits asked of the adaptive rule", "", 1, MAX_DIGITS, 1, 4));
    }

    @Override
    public Series series(Values values) {
        DoubleUnaryOperator f = Example.of(values).f;
        double[] trapezoid = new double[MAX_POWER];
        double[] simpson = new double[MAX_POWER];
        double[] gauss = new double[MAX_POWER];
        for (int k = 0; k < MAX_POWER; k++) {
            trapezoid[k] = Integrals.trapezoid(f, -1, 1, 2 << k);
            simpson[k] = Integrals.simpson(f, -1, 1, 2 << k);
            gauss[k] = Rule.gauss(1 << k).integrate(f, -1, 1);
        }
        double[] adaptive = new double[MAX_DIGITS];
        double[] evaluations = new double[MAX_DIGITS];
        double[] places = new double[0];
        for (int k = 0; k < MAX_DIGITS; k++) {
            List<Double> looked = new ArrayList<>();
            adaptive[k] = Integrals.adaptiveSimpson(
                    x -> {
                        looked.add(x);
                        return f.applyAsDouble(x);
                    },
                    -1,
                    1,
                    Math.pow(10, -1 - k));
            evaluations[k] = Math.max(1, looked.size());
            if (k == values.whole("digits") - 1) {
                places = looked.stream()
                        .mapToDouble(x -> x)
                        .sorted()
                        .limit(MAX_SHOWN)
                        .toArray();
            }
        }
        Require.finite("trapezoid, simpson and gauss", new double[][] {trapezoid, simpson, gauss});
        Require.finite("adaptiveSimpson", new double[][] {adaptive});
        return new Series(trapezoid, simpson, gauss, adaptive, evaluations, places);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How many values does an area take?",
                List.of(errors(values, yours, reference), places(values, yours)),
                description(values, yours, reference));
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Error of four rules", "evaluations = 2 to the power of", "error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, 12);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        rules(chart, values, yours, false);
        if (reference != null) {
            rules(chart, values, reference, true);
        }
        return chart;
    }

    private static void rules(XYChart chart, Values values, Series series, boolean isReference) {
        double[] ofIntervals = IntStream.range(0, MAX_POWER)
                .mapToDouble(k -> log2((2 << k) + 1.0))
                .toArray();
        double[] ofNodes = IntStream.range(0, MAX_POWER).asDoubleStream().toArray();
        double[] ofAdaptive =
                DoubleStream.of(series.evaluations).map(IntegralsFigure::log2).toArray();
        List<String> names = List.of("trapezoid", "Simpson", "Gauss", "adaptive");
        List<double[]> x = List.of(ofIntervals, ofIntervals, ofNodes, ofAdaptive);
        List<double[]> results = List.of(series.trapezoid, series.simpson, series.gauss, series.adaptive);
        for (int k = 0; k < names.size(); k++) {
            double[] error = error(values, results.get(k));
            if (isReference) {
                Style.referenceLine(chart, x.get(k), error);
            } else {
                Style.path(chart, names.get(k), k, x.get(k), error);
            }
        }
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }

    private static double[] error(Values values, double[] results) {
        double integral = Example.of(values).integral;
        return Arrays.stream(results)
                .map(result -> Math.min(CEILING, Math.max(FLOOR, Math.abs(result - integral))))
                .toArray();
    }

    private static XYChart places(Values values, Series yours) {
        Example example = Example.of(values);
        XYChart chart = Style.xy(
                "Where the adaptive rule looks for " + values.choice("digits") + " digits", "x", example.words);
        Style.rangeX(chart, -1, 1);
        double[] x = IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> 2.0 * k / N_POINTS - 1)
                .toArray();
        Style.line(chart, example.words, 0, x, Arrays.stream(x).map(example.f).toArray());
        if (yours.places.length > 0) {
            Style.points(
                    chart,
                    "evaluated",
                    3,
                    yours.places,
                    Arrays.stream(yours.places).map(example.f).toArray());
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int digits = values.whole("digits");
        String words = String.format(
                Locale.ROOT,
                "Left: the error of four rules for the integral of %s from -1 to 1. With 33 values the trapezoid rule is off by"
                        + " %.0e and Simpson's by %.0e, with 32 Gauss's by %.0e; the adaptive rule, asked for %d digits, by"
                        + " %.0e with %.0f values. Right: where it looked, closest together near %.2f.",
                values.choice("f"),
                error(values, yours.trapezoid)[4],
                error(values, yours.simpson)[4],
                error(values, yours.gauss)[5],
                digits,
                error(values, yours.adaptive)[digits - 1],
                yours.evaluations[digits - 1],
                densest(yours.places));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    /** The middle of the shortest gap between places. */
    private static double densest(double[] places) {
        int best = 0;
        for (int i = 0; i + 1 < places.length; i++) {
            best = places[i + 1] - places[i] < places[best + 1] - places[best] ? i : best;
        }
        return places.length < 2 ? 0 : (places[best] + places[best + 1]) / 2 + 0.0;
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.trapezoid, reference.trapezoid)
                && Arrays.equals(yours.simpson, reference.simpson)
                && Arrays.equals(yours.gauss, reference.gauss)
                && Arrays.equals(yours.adaptive, reference.adaptive);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "With 32 intervals or nodes the reference has %.9g, %.9g and %.9g, yours are %.9g, %.9g and %.9g.",
                        reference.trapezoid[4],
                        reference.simpson[4],
                        reference.gauss[5],
                        yours.trapezoid[4],
                        yours.simpson[4],
                        yours.gauss[5]);
    }
}
