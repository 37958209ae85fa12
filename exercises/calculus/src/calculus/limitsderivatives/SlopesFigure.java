package calculus.limitsderivatives;

import calculus.limitsderivatives.Slopes.Line;
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
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The error of three quotients by their step, and a function with its tangent and a secant. */
public final class SlopesFigure implements Figure<SlopesFigure.Series> {
    /** Steps from 10⁻¹⁵ to 1. */
    private static final int PER_DECADE = 4;

    private static final int DECADES = 15;

    /** Errors below are drawn here: a double near 1 knows no smaller one. */
    private static final double FLOOR = 1e-16;

    private static final double REACH = 2.5;
    private static final int N_POINTS = 200;

    /** Functions to choose, with what is known of them. */
    private enum Example {
        EXP("eˣ", Math::exp, Complex::exp, Math::exp),
        SINE("sin(3x)", x -> Math.sin(3 * x), z -> z.times(Complex.of(3)).sin(), x -> 3 * Math.cos(3 * x)),
        BELL(
                "1/(1 + x²)",
                x -> 1 / (1 + x * x),
                z -> Complex.of(1).dividedBy(z.times(z).plus(Complex.of(1))),
                x -> -2 * x / ((1 + x * x) * (1 + x * x))),
        KINK(
                "|x|",
                Math::abs,
                z -> z.re() < 0 ? z.times(Complex.of(-1)) : z,
                x -> x == 0 ? Double.NaN : Math.signum(x));

        private final String words;
        private final DoubleUnaryOperator f;
        private final UnaryOperator<Complex> complex;
        private final DoubleUnaryOperator slope;

        Example(String words, DoubleUnaryOperator f, UnaryOperator<Complex> complex, DoubleUnaryOperator slope) {
            this.words = words;
            this.f = f;
            this.complex = complex;
            this.slope = slope;
        }

        static Example of(Values values) {
            return Arrays.stream(values())
                    .filter(example -> example.words.equals(values.choice("f")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What the room's methods gave.
     *
     * @param forward (nSteps) quotients by step
     * @param central (nSteps) quotients by step
     * @param complexStep (nSteps) quotients by step
     * @param secant forward quotient with the chosen step
     * @param tangent slope and intercept; empty where there is none
     */
    public record Series(double[] forward, double[] central, double[] complexStep, double secant, double[] tangent) {}

    @Override
    public List<Parameter> parameters() {
        List<String> functions =
                Arrays.stream(Example.values()).map(example -> example.words).toList();
        return List.of(
                new Choice("f", "function", functions, "eˣ"),
                new Range("x", "where", "", -2, 2, 0.1, 0.3),
                new Range("step", "step h of the secant", "", 0.1, 2, 0.1, 1));
    }

    @Override
    public Series series(Values values) {
        Example example = Example.of(values);
        double x = values.number("x");
        return new Series(
                finite("forward", h -> Slopes.forward(example.f, x, h)),
                finite("central", h -> Slopes.central(example.f, x, h)),
                finite("complexStep", h -> Slopes.complexStep(example.complex, x, h)),
                Slopes.forward(example.f, x, values.number("step")),
                tangent(example, x));
    }

    private static double[] finite(String method, DoubleUnaryOperator quotient) {
        double[] quotients = Arrays.stream(steps()).map(quotient).toArray();
        Require.finite(method, new double[][] {quotients});
        return quotients;
    }

    private static double[] tangent(Example example, double x) {
        if (Slopes.derivative(example.f, x).isEmpty()) {
            return new double[0];
        }
        Line line = Slopes.tangent(example.f, x);
        return new double[] {line.slope(), line.intercept()};
    }

    private static double[] exponents() {
        return IntStream.rangeClosed(0, DECADES * PER_DECADE)
                .mapToDouble(k -> (double) k / PER_DECADE - DECADES)
                .toArray();
    }

    private static double[] steps() {
        return Arrays.stream(exponents())
                .map(exponent -> Math.pow(10, exponent))
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How short should a step be?",
                List.of(errors(values, yours, reference), tangents(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        boolean hasSlope = Double.isFinite(slope(values));
        String where = values.choice("f") + " at " + values.choice("x");
        XYChart chart = Style.xy(
                hasSlope ? "Error of the slope of " + where : "No slope of " + where + ", but three quotients",
                "step h = 10 to the power of",
                hasSlope ? "error" : "quotient");
        Style.rangeX(chart, -DECADES, 0);
        if (hasSlope) {
            Style.logarithmicY(chart);
            chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(100.0);
        } else {
            chart.getStyler().setYAxisMin(-2.0).setYAxisMax(2.0);
        }
        double[] exponents = exponents();
        Style.line(chart, "forward", 0, exponents, drawn(values, yours.forward));
        Style.line(chart, "central", 1, exponents, drawn(values, yours.central));
        Style.line(chart, "complex step", 2, exponents, drawn(values, yours.complexStep));
        if (reference != null) {
            Style.referenceLine(chart, exponents, drawn(values, reference.forward));
            Style.referenceLine(chart, exponents, drawn(values, reference.central));
            Style.referenceLine(chart, exponents, drawn(values, reference.complexStep));
        }
        return chart;
    }

    private static double slope(Values values) {
        return Example.of(values).slope.applyAsDouble(values.number("x"));
    }

    /** Errors where there is a slope, the quotients themselves where there is none. */
    private static double[] drawn(Values values, double[] quotients) {
        return Double.isFinite(slope(values)) ? error(values, quotients) : quotients;
    }

    private static double[] error(Values values, double[] quotients) {
        double slope = slope(values);
        return Arrays.stream(quotients)
                .map(quotient -> Math.min(100, Math.max(FLOOR, Math.abs(quotient - slope))))
                .toArray();
    }

    private static XYChart tangents(Values values, Series yours, @Nullable Series reference) {
        Example example = Example.of(values);
        double x = values.number("x");
        double h = values.number("step");
        double y = example.f.applyAsDouble(x);
        double ahead = example.f.applyAsDouble(x + h);
        XYChart chart = Style.xy(
                values.choice("f") + (yours.tangent.length == 2 ? ", its tangent and a secant" : " and a secant"),
                "x",
                "y");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(Math.min(-2, y - 1)).setYAxisMax(Math.max(3, Math.max(y, ahead) + 0.5));
        double[] all = IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> -REACH + 2 * REACH * k / N_POINTS)
                .toArray();
        Style.backgroundLine(chart, new double[] {-REACH, REACH}, new double[] {0, 0});
        Style.line(chart, "f", 0, all, Arrays.stream(all).map(example.f).toArray());
        Style.line(chart, "secant of forward", 1, all, line(all, yours.secant, y - yours.secant * x));
        if (yours.tangent.length == 2) {
            Style.line(chart, "tangent", 2, all, line(all, yours.tangent[0], yours.tangent[1]));
        }
        Style.points(chart, "x and x + h", 3, new double[] {x, x + h}, new double[] {y, ahead});
        if (reference != null) {
            Style.referenceLine(chart, all, line(all, reference.secant, y - reference.secant * x));
            if (reference.tangent.length == 2) {
                Style.referenceLine(chart, all, line(all, reference.tangent[0], reference.tangent[1]));
            }
        }
        return chart;
    }

    private static double[] line(double[] x, double slope, double intercept) {
        return Arrays.stream(x).map(t -> slope * t + intercept).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String left = Double.isFinite(slope(values))
                ? String.format(
                        "the error of three quotients for the slope of %s at %s, by their step. The forward quotient is"
                                + " best with %s, the central one with %s, the complex step with %s",
                        values.choice("f"),
                        values.choice("x"),
                        best(error(values, yours.forward)),
                        best(error(values, yours.central)),
                        best(error(values, yours.complexStep)))
                : String.format(
                        Locale.ROOT,
                        "%s has no slope at %s, but the forward quotient with the shortest step is %.4g, the central one"
                                + " %.4g, the complex step %.4g",
                        values.choice("f"),
                        values.choice("x"),
                        yours.forward[0],
                        yours.central[0],
                        yours.complexStep[0]);
        String words = String.format(
                Locale.ROOT,
                "Left: %s. Right: the function with %s, and the secant to the point %s further right, of slope %.4g.",
                left,
                inWords(yours.tangent),
                values.choice("step"),
                yours.secant);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    /** The step with the smallest error; of equal ones the largest. */
    private static String best(double[] errors) {
        int best = 0;
        for (int k = 0; k < errors.length; k++) {
            best = errors[k] <= errors[best] ? k : best;
        }
        return errors[best] <= FLOOR
                ? String.format(Locale.ROOT, "h = %.0e, where it is exact", steps()[best])
                : String.format(Locale.ROOT, "h = %.0e (error %.0e)", steps()[best], errors[best]);
    }

    private static String inWords(double[] tangent) {
        return tangent.length < 2
                ? "no tangent there"
                : String.format(Locale.ROOT, "its tangent, of slope %.6g", tangent[0]);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.forward, reference.forward)
                && Arrays.equals(yours.central, reference.central)
                && Arrays.equals(yours.complexStep, reference.complexStep)
                && Arrays.equals(yours.tangent, reference.tangent);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "With h = 1 the reference's quotients are %.6g, %.6g and %.6g, yours %.6g, %.6g and %.6g. It has %s.",
                        last(reference.forward),
                        last(reference.central),
                        last(reference.complexStep),
                        last(yours.forward),
                        last(yours.central),
                        last(yours.complexStep),
                        inWords(reference.tangent));
    }

    private static double last(double[] a) {
        return a[a.length - 1];
    }
}
