package autodiff.stablenumerics;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The error of sums by their length, and of two ways to a function near 0. */
public final class SumsFigure implements Figure<SumsFigure.Series> {
    private static final int MAX_POWER = 16;
    private static final int N_POINTS = 81;
    private static final double FLOOR = 1e-18;
    private static final String TENTHS = "0.1";
    private static final String RANDOM = "random";
    private static final String ALTERNATING = "alternating 1, -1/2, 1/3, …";
    private static final String LOG = "log(1 + x)";
    private static final String EXP = "exp(x) - 1";

    /**
     * Relative errors.
     *
     * @param loop (MAX_POWER) of 2, 4, 8, … numbers added in a loop
     * @param pairwise (MAX_POWER) by halves
     * @param kahan (MAX_POWER) with what was rounded away
     * @param plain (nPoints) of the function as it is written
     * @param stable (nPoints) of log1p or expm1
     */
    public record Series(double[] loop, double[] pairwise, double[] kahan, double[] plain, double[] stable) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("numbers", "what is added up", List.of(TENTHS, RANDOM, ALTERNATING), TENTHS),
                new Choice("function", "function near 0", List.of(LOG, EXP), LOG));
    }

    @Override
    public Series series(Values values) {
        double[][] errors = new double[3][MAX_POWER];
        double[] all = numbers(values.choice("numbers"));
        for (int k = 0; k < MAX_POWER; k++) {
            double[] x = Arrays.copyOf(all, 2 << k);
            double exact = exact(x);
            double loop = 0;
            for (double value : x) {
                loop += value;
            }
            errors[0][k] = relative(exact, loop);
            errors[1][k] = relative(exact, Sums.pairwise(x));
            errors[2][k] = relative(exact, Sums.kahan(x));
        }
        boolean isLog = values.choice("function").equals(LOG);
        double[] plain = errors(isLog ? x -> Math.log(1 + x) : x -> Math.exp(x) - 1, isLog ? Math::log1p : Math::expm1);
        double[] stable = errors(isLog ? Functions::log1p : Functions::expm1, isLog ? Math::log1p : Math::expm1);
        Require.finite("sums", errors);
        Require.finite("functions", new double[][] {stable});
        return new Series(errors[0], errors[1], errors[2], plain, stable);
    }

    private static double[] numbers(String what) {
        SplittableRandom random = new SplittableRandom(4);
        return IntStream.range(0, 2 << (MAX_POWER - 1))
                .mapToDouble(i -> what.equals(TENTHS)
                        ? 0.1
                        : what.equals(RANDOM) ? random.nextDouble() : (i % 2 == 0 ? 1.0 : -1.0) / (i + 1))
                .toArray();
    }

    private static double exact(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : x) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.doubleValue();
    }

    private static double[] errors(DoubleUnaryOperator f, DoubleUnaryOperator exact) {
        return Arrays.stream(powers())
                .map(power -> Math.pow(10, power))
                .map(x -> relative(exact.applyAsDouble(x), f.applyAsDouble(x)))
                .toArray();
    }

    private static double[] powers() {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(k -> -18 + 18.0 * k / (N_POINTS - 1))
                .toArray();
    }

    private static double relative(double exact, double actual) {
        return Math.abs(actual - exact) / Math.abs(exact);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Where digits go",
                List.of(sums(values, yours, reference), functions(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart sums(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Sums: " + values.choice("numbers"), "n = 2 to the power of", "relative error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 1, MAX_POWER);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(1e-9);
        double[] powers = IntStream.rangeClosed(1, MAX_POWER).asDoubleStream().toArray();
        Style.path(chart, "loop", 3, powers, Style.within(FLOOR, 1e-9, yours.loop));
        Style.path(chart, "pairwise", 1, powers, Style.within(FLOOR, 1e-9, yours.pairwise));
        Style.path(chart, "kahan", 0, powers, Style.within(FLOOR, 1e-9, yours.kahan));
        if (reference != null) {
            Style.referenceLine(chart, powers, Style.within(FLOOR, 1e-9, reference.pairwise));
            Style.referenceLine(chart, powers, Style.within(FLOOR, 1e-9, reference.kahan));
        }
        return chart;
    }

    private static XYChart functions(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Two ways to " + values.choice("function"), "x = 10 to the power of", "relative error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, -18, 0);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(10.0);
        Style.line(chart, "as it is written", 3, powers(), Style.within(FLOOR, 10, yours.plain));
        Style.line(chart, "yours", 0, powers(), Style.within(FLOOR, 10, yours.stable));
        if (reference != null) {
            Style.referenceLine(chart, powers(), Style.within(FLOOR, 10, reference.stable));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = MAX_POWER - 1;
        String words = String.format(
                Locale.ROOT,
                "Left: the relative error of sums of 2 to 65536 numbers (%s). Of the longest it is %.1e in a loop, %.1e by"
                        + " halves and %.1e by Kahan's sum. Right: the relative error of %s near 0. At 1e-9 it is %.1e as it is"
                        + " written and %.1e with your function; at 1e-17 the plain one is off by %.0f %%.",
                values.choice("numbers"),
                yours.loop[last],
                yours.pairwise[last],
                yours.kahan[last],
                values.choice("function"),
                yours.plain[N_POINTS / 2],
                yours.stable[N_POINTS / 2],
                100 * yours.plain[4]);
        if (reference == null) {
            return words;
        }
        boolean isSame = Arrays.equals(reference.kahan, yours.kahan)
                && Arrays.equals(reference.pairwise, yours.pairwise)
                && Arrays.equals(reference.stable, yours.stable);
        return words
                + (isSame
                        ? " The reference has the same."
                        : String.format(
                                Locale.ROOT,
                                " The reference has %.1e by halves, %.1e by Kahan's sum, and %.1e at 1e-9.",
                                reference.pairwise[last],
                                reference.kahan[last],
                                reference.stable[N_POINTS / 2]));
    }
}
