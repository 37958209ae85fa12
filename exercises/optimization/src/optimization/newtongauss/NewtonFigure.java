package optimization.newtongauss;

import gradus.kit.Require;
import gradus.kit.figure.Comparison;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Tangents of Newton's own equation, and curves on their way through made-up measurements. */
public final class NewtonFigure implements Figure<NewtonFigure.Series> {
    private static final double LEFT = -4.5;
    private static final double RIGHT = 4;
    private static final double LOW = -70;
    private static final double HIGH = 35;
    private static final int MAX_STEPS = 60;

    /** Made-up measurements of 8 (1 - exp(-0.6 t)). */
    private static final double[] TIMES =
            IntStream.rangeClosed(1, 12).mapToDouble(i -> 0.5 * i).toArray();

    private static final double[] HEIGHTS = measured();
    private static final double[] START = {3, 2.5};

    /**
     * Where the methods went.
     *
     * @param roots (1 + nSteps) points of newton1d
     * @param fits (1 + nSteps, 2) parameters after each step of fit
     */
    public record Series(double[] roots, double[][] fits) {}

    private static double[] measured() {
        SplittableRandom random = new SplittableRandom(4);
        return Arrays.stream(TIMES)
                .map(t -> 8 * (1 - Math.exp(-0.6 * t)) + 0.25 * random.nextGaussian())
                .toArray();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("start", "where newton1d starts", "", -2.6, 3.4, 0.05, 3.2),
                new Range("steps", "steps of fit that are drawn", "", 0, 10, 1, 3));
    }

    @Override
    public Series series(Values values) {
        double[] roots =
                Newton.newton1d(NewtonFigure::cubic, x -> 3 * x * x - 2, values.number("start"), 1e-12, MAX_STEPS);
        double[][] fits = GaussNewton.fit(
                        b -> {
                            double[] r = new double[TIMES.length];
                            Arrays.setAll(r, i -> curve(b, TIMES[i]) - HEIGHTS[i]);
                            return r;
                        },
                        b -> Arrays.stream(TIMES)
                                .mapToObj(t -> new double[] {1 - Math.exp(-b[1] * t), b[0] * t * Math.exp(-b[1] * t)})
                                .toArray(double[][]::new),
                        START,
                        1e-10,
                        values.whole("steps"))
                .path();
        Require.that(roots.length > 0, "newton1d must return at least its start");
        Require.finite("newton1d", new double[][] {roots});
        Require.columns("fit", fits, 2);
        Require.finite("fit", fits);
        return new Series(roots, fits);
    }

    private static double cubic(double x) {
        return x * x * x - 2 * x - 5;
    }

    private static double curve(double[] b, double t) {
        return b[0] * (1 - Math.exp(-b[1] * t));
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Tangents that lead to a solution",
                List.of(tangents(yours, reference), fits(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart tangents(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "x³ - 2x - 5, " + (yours.roots.length - 1) + " steps to " + number(yours.roots[yours.roots.length - 1]),
                "x",
                "f");
        Style.rangeX(chart, LEFT, RIGHT);
        chart.getStyler().setYAxisMin(LOW).setYAxisMax(HIGH);
        Style.backgroundLine(chart, new double[] {LEFT, RIGHT}, new double[] {0, 0});
        double[] x = IntStream.rangeClosed(0, 200)
                .mapToDouble(k -> LEFT + (RIGHT - LEFT) * k / 200)
                .filter(at -> cubic(at) >= LOW && cubic(at) <= HIGH)
                .toArray();
        Style.line(chart, "f", 0, x, Arrays.stream(x).map(NewtonFigure::cubic).toArray());
        double[][] way = zigzag(yours.roots);
        Style.line(chart, "tangents", 1, way[0], way[1]);
        if (reference != null) {
            double[][] right = zigzag(reference.roots);
            Style.referenceLine(chart, right[0], right[1]);
        }
        return chart;
    }

    /** From the axis up to f, along the tangent down to the axis, and so on; up to the first point outside. */
    private static double[][] zigzag(double[] roots) {
        double[] x = new double[2 * roots.length];
        double[] y = new double[2 * roots.length];
        int n = 0;
        for (double root : roots) {
            double height = cubic(root);
            x[n] = root;
            y[n++] = 0;
            if (root < LEFT || root > RIGHT || height < LOW || height > HIGH) {
                if (n > 1) {
                    // Cut the tangent where it leaves the picture.
                    double edge = Math.max(LEFT, Math.min(RIGHT, root));
                    double share = root == x[n - 2] ? 1 : (edge - x[n - 2]) / (root - x[n - 2]);
                    x[n - 1] = edge;
                    y[n - 1] = y[n - 2] * (1 - share);
                }
                break;
            }
            x[n] = root;
            y[n++] = height;
        }
        return new double[][] {Arrays.copyOf(x, n), Arrays.copyOf(y, n)};
    }

    private static XYChart fits(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("b₁ (1 - exp(-b₂ t)) through made-up data", "time t (s)", "height (m)");
        Style.rangeX(chart, 0, 6);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(12.0);
        Style.points(chart, "data", 6, TIMES, HEIGHTS);
        double[] t = IntStream.rangeClosed(0, 60).mapToDouble(k -> k / 10.0).toArray();
        for (int k = 0; k < yours.fits.length; k++) {
            double[] b = yours.fits[k];
            if (k == yours.fits.length - 1) {
                Style.line(chart, "after step " + k, 0, t, heights(b, t));
            } else if (k == 0) {
                Style.line(chart, "start", 1, t, heights(b, t));
            } else {
                Style.backgroundLine(chart, t, heights(b, t));
            }
        }
        if (reference != null) {
            Style.referenceLine(chart, t, heights(reference.fits[reference.fits.length - 1], t));
        }
        return chart;
    }

    /** Of a curve, cut off above and below the picture. */
    private static double[] heights(double[] b, double[] t) {
        return Arrays.stream(t)
                .map(at -> Math.max(0, Math.min(12, curve(b, at))))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: Newton's method on x³ - 2x - 5 from %s: %s. Right: a curve that levels off through 12 made-up"
                        + " points; %s.",
                values.choice("start"),
                roots(yours),
                fitted(yours));
        return reference == null
                ? words
                : words + " "
                        + Comparison.of(
                                roots(yours) + "; " + fitted(yours), roots(reference) + "; " + fitted(reference));
    }

    private static String roots(Series series) {
        return "the points are "
                + Arrays.stream(series.roots)
                        .limit(6)
                        .mapToObj(NewtonFigure::number)
                        .collect(Collectors.joining(", "))
                + (series.roots.length > 6 ? ", …, " + number(series.roots[series.roots.length - 1]) : "")
                + " after " + (series.roots.length - 1) + " steps";
    }

    private static String fitted(Series series) {
        double[] b = series.fits[series.fits.length - 1];
        return String.format(Locale.ROOT, "after %d steps b is (%.4g, %.4g)", series.fits.length - 1, b[0], b[1]);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
