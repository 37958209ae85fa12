package linearalgebra.qrcholesky;

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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import linearalgebra.linearsolvers.SingularMatrix;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The error of fitted polynomials by two methods, and one fit. */
public final class QrFigure implements Figure<QrFigure.Series> {
    private static final int MAX_DEGREE = 16;
    private static final int N_POINTS = 40;
    private static final int N_CURVE = 200;
    private static final double NOISE = 0.3;
    private static final double FLOOR = 1e-17;
    private static final double CEILING = 1e3;

    /**
     * What the room gave.
     *
     * @param qr (MAX_DEGREE) errors of the coefficients of polynomials of degree 1, 2, …, by QR; 0 where it was refused
     * @param normal (MAX_DEGREE) likewise, by the normal equations and Cholesky
     * @param coefficients of the fit on the right; none where it was refused
     */
    public record Series(double[] qr, double[] normal, double[] coefficients) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("x", "x in", List.of("[0, 1]", "[-1, 1]", "[10, 11]"), "[0, 1]"),
                new Range("degree", "degree of the fit on the right", "", 1, MAX_DEGREE, 1, 5));
    }

    @Override
    public Series series(Values values) {
        double[] x = x(values, N_POINTS);
        double[] qr = new double[MAX_DEGREE];
        double[] normal = new double[MAX_DEGREE];
        for (int k = 0; k < MAX_DEGREE; k++) {
            double[][] A = powers(x, k + 1);
            qr[k] = error(A, b -> Qr.of(A).leastSquares(b));
            normal[k] = error(A, b -> normal(A, b));
        }
        double[][] A = powers(x, values.whole("degree"));
        double[] coefficients = solved(noisy(values), b -> Qr.of(A).leastSquares(b));
        Require.that(
                coefficients.length == 0 || coefficients.length == A[0].length,
                "leastSquares(b) must have %d entries, but has %d",
                A[0].length,
                coefficients.length);
        Require.finite("errors of the coefficients", new double[][] {qr, normal});
        return new Series(qr, normal, coefficients);
    }

    private static double[] x(Values values, int n) {
        double from =
                values.choice("x").equals("[-1, 1]") ? -1 : values.choice("x").equals("[0, 1]") ? 0 : 10;
        double width = from < 0 ? 2 : 1;
        return IntStream.range(0, n)
                .mapToDouble(i -> from + width * i / (n - 1))
                .toArray();
    }

    private static double[][] powers(double[] x, int degree) {
        return Arrays.stream(x)
                .mapToObj(at -> IntStream.rangeClosed(0, degree)
                        .mapToDouble(power -> Math.pow(at, power))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] normal(double[][] A, double[] b) {
        double[][] At = Matrix.transpose(A);
        return Cholesky.of(Matrix.times(At, A)).solve(Matrix.times(At, b));
    }

    /** The largest error of coefficients that should all be 1; 0 where a method refused. */
    private static double error(double[][] A, UnaryOperator<double[]> method) {
        double[] ones = new double[A[0].length];
        Arrays.fill(ones, 1);
        double[] x = solved(Matrix.times(A, ones), method);
        Require.that(
                x.length == 0 || x.length == ones.length,
                "a solution must have %d entries, but has %d",
                ones.length,
                x.length);
        return Arrays.stream(x).map(entry -> Math.abs(entry - 1)).max().orElse(0);
    }

    private static double[] solved(double[] b, UnaryOperator<double[]> method) {
        try {
            return method.apply(b);
        } catch (SingularMatrix | NotPositiveDefinite e) {
            return new double[0];
        }
    }

    /** A wave and chance. */
    private static double[] noisy(Values values) {
        double[] x = x(values, N_POINTS);
        SplittableRandom random = new SplittableRandom(7);
        double width = x[N_POINTS - 1] - x[0];
        return Arrays.stream(x)
                .map(at -> Math.sin(7 * (at - x[0]) / width) + NOISE * random.nextGaussian())
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Polynomials through 40 points, x in " + values.choice("x"),
                List.of(errors(yours, reference), fit(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart errors(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Without noise: coefficients that should be 1", "degree", "largest error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 1, MAX_DEGREE);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        int[] qr = shown(yours.qr);
        int[] normal = shown(yours.normal);
        if (qr.length > 0) {
            Style.path(chart, "QR", 0, degrees(qr), heights(qr, yours.qr));
        }
        if (normal.length > 0) {
            Style.path(chart, "normal equations, Cholesky", 1, degrees(normal), heights(normal, yours.normal));
        }
        if (reference != null && shown(reference.qr).length > 0) {
            Style.referenceLine(chart, degrees(shown(reference.qr)), heights(shown(reference.qr), reference.qr));
        }
        if (reference != null && shown(reference.normal).length > 0) {
            Style.referenceLine(
                    chart, degrees(shown(reference.normal)), heights(shown(reference.normal), reference.normal));
        }
        return chart;
    }

    private static int[] shown(double[] errors) {
        return IntStream.range(0, errors.length).filter(k -> errors[k] != 0).toArray();
    }

    private static double[] degrees(int[] shown) {
        return Arrays.stream(shown).mapToDouble(k -> k + 1).toArray();
    }

    private static double[] heights(int[] shown, double[] errors) {
        return Arrays.stream(shown)
                .mapToDouble(k -> Math.min(CEILING, Math.max(FLOOR, errors[k])))
                .toArray();
    }

    private static XYChart fit(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("With noise: a fit of degree " + values.choice("degree"), "x", "y");
        double[] x = x(values, N_POINTS);
        Style.rangeX(chart, x[0], x[N_POINTS - 1]);
        chart.getStyler().setYAxisMin(-2.0).setYAxisMax(2.0);
        Style.points(chart, "points", 2, x, noisy(values));
        double[] fine = x(values, N_CURVE);
        if (yours.coefficients.length > 0) {
            Style.line(chart, "QR", 0, fine, curve(fine, yours.coefficients));
        }
        if (reference != null && reference.coefficients.length > 0) {
            Style.referenceLine(chart, fine, curve(fine, reference.coefficients));
        }
        return chart;
    }

    private static double[] curve(double[] x, double[] coefficients) {
        return Arrays.stream(Matrix.times(powers(x, coefficients.length - 1), coefficients))
                .map(y -> Math.max(-2, Math.min(2, y)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = values.whole("degree") - 1;
        String words = String.format(
                Locale.ROOT,
                "Left: the largest error of the coefficients of polynomials through 40 points with x in %s, by their degree. With"
                        + " degree 4 it is %s by QR and %s by the normal equations, with degree 12 %s and %s. Right: points with"
                        + " noise and the polynomial of degree %s nearest to them, which leaves a mean squared error of %s.",
                values.choice("x"),
                words(yours.qr[3]),
                words(yours.normal[3]),
                words(yours.qr[11]),
                words(yours.normal[11]),
                last + 1,
                meanSquare(values, yours.coefficients));
        return reference == null
                ? words
                : words + " "
                        + (Arrays.equals(yours.qr, reference.qr) && Arrays.equals(yours.normal, reference.normal)
                                ? "All of it is as the reference has it."
                                : String.format(
                                        Locale.ROOT,
                                        "With degree 4 the reference has %s and %s.",
                                        words(reference.qr[3]),
                                        words(reference.normal[3])));
    }

    private static String words(double error) {
        return error == 0 ? "none (refused)" : String.format(Locale.ROOT, "%.0e", error);
    }

    private static String meanSquare(Values values, double[] coefficients) {
        if (coefficients.length == 0) {
            return "nothing, because it was refused";
        }
        double[] x = x(values, N_POINTS);
        double[] residual =
                Matrix.plus(noisy(values), -1, Matrix.times(powers(x, coefficients.length - 1), coefficients));
        return String.format(Locale.ROOT, "%.3f", Matrix.dot(residual, residual) / N_POINTS);
    }
}
