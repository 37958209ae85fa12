package optimization.projections;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Comparison;
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
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Two methods on their way to the lowest point of a box, or of the simplex. */
public final class ProjectionsFigure implements Figure<ProjectionsFigure.Series> {
    private static final int N_STEPS = 40;
    private static final double[] START = {0.1, 0.9};
    private static final double FLOOR = 1e-12;

    /**
     * Where the methods went.
     *
     * @param projected (1 + nSteps, 2) points of projectedGradient
     * @param isThere whether projectedGradient ended with a short step
     * @param coordinate (1 + nSweeps, 2) points of coordinateDescent; on the simplex no rows
     * @param best (2) the lowest point, found by many steps
     */
    public record Series(double[][] projected, boolean isThere, double[][] coordinate, double[] best) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("allowed", "allowed set", List.of("box", "simplex"), "box"),
                new Range("x", "x₁ of the free minimum", "", -1, 2, 0.1, 1.5),
                new Range("y", "x₂ of the free minimum", "", -1, 2, 0.1, 0.3),
                new Range("correlation", "how much the axes of the quadratic are mixed", "", 0, 0.95, 0.05, 0.8));
    }

    @Override
    public Series series(Values values) {
        double[][] A = matrix(values);
        double[] centre = {values.number("x"), values.number("y")};
        double[] b = Matrix.times(A, centre);
        double[] lower = new double[2];
        double[] upper = {1, 1};
        boolean isBox = isBox(values);
        // 1/L for the largest curvature there is: 2 at most.
        Descent descent = projected(A, centre, isBox, N_STEPS);
        double[][] projected = descent.path();
        double[][] coordinate =
                isBox ? Projections.coordinateDescent(A, b, lower, upper, START, N_STEPS) : new double[0][];
        double[][] best = projected(A, centre, isBox, 2000).path();
        Require.columns("projectedGradient", projected, 2);
        Require.finite("projectedGradient", projected);
        if (isBox) {
            Require.columns("coordinateDescent", coordinate, 2);
            Require.finite("coordinateDescent", coordinate);
        }
        return new Series(projected, descent.ending() == Ending.CONVERGED, coordinate, best[best.length - 1]);
    }

    private static Descent projected(double[][] A, double[] centre, boolean isBox, int nSteps) {
        return Projections.projectedGradient(
                x -> Matrix.times(A, Matrix.plus(x, -1, centre)),
                x -> isBox
                        ? Projections.projectBox(x, new double[2], new double[] {1, 1})
                        : Projections.projectSimplex(x),
                0.5,
                START,
                1e-15,
                nSteps);
    }

    private static boolean isBox(Values values) {
        return values.choice("allowed").equals("box");
    }

    private static double[][] matrix(Values values) {
        double correlation = values.number("correlation");
        return new double[][] {{1, correlation}, {correlation, 1}};
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "The lowest allowed point",
                List.of(map(values, yours, reference), errors(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Ways in the " + values.choice("allowed") + ", and the free minimum", "x₁", "x₂");
        Style.equalUnits(chart, 0.5, 0.5, 1.15);
        double[][] A = matrix(values);
        double[] centre = {values.number("x"), values.number("y")};
        Style.contours(
                chart,
                (x, y) -> {
                    double[] d = {x - centre[0], y - centre[1]};
                    return Matrix.dot(d, Matrix.times(A, d)) / 2;
                },
                0.5 - 2.04,
                0.5 + 2.04,
                -0.65,
                1.65,
                IntStream.rangeClosed(1, 14).mapToDouble(k -> 0.01 * k * k).toArray());
        double[][] edge = isBox(values)
                ? new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
                : new double[][] {{0, 1}, {1, 0}};
        Style.line(chart, values.choice("allowed"), 6, Matrix.column(edge, 0), Matrix.column(edge, 1));
        Style.path(
                chart, "projected gradient", 0, Matrix.column(yours.projected, 0), Matrix.column(yours.projected, 1));
        if (yours.coordinate.length > 0) {
            double[][] corners = corners(yours.coordinate);
            Style.path(chart, "coordinates", 1, Matrix.column(corners, 0), Matrix.column(corners, 1));
        }
        Style.points(chart, "free minimum", 2, new double[] {centre[0]}, new double[] {centre[1]});
        if (reference != null) {
            Style.referenceLine(chart, Matrix.column(reference.projected, 0), Matrix.column(reference.projected, 1));
        }
        return chart;
    }

    /** The points between, after the first coordinate of each sweep. */
    private static double[][] corners(double[][] path) {
        double[][] corners = new double[2 * path.length - 1][];
        corners[0] = path[0];
        for (int k = 1; k < path.length; k++) {
            corners[2 * k - 1] = new double[] {path[k][0], path[k - 1][1]};
            corners[2 * k] = path[k];
        }
        return corners;
    }

    private static XYChart errors(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far from the lowest point", "step or sweep", "distance");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_STEPS);
        // From a power of ten to a power of ten, or the axis may have a single number.
        double[] drawn = DoubleStream.concat(
                        Arrays.stream(distances(yours.projected, yours.best)),
                        Arrays.stream(distances(yours.coordinate, yours.best)))
                .map(Math::log10)
                .toArray();
        double least = Math.floor(Arrays.stream(drawn).min().orElse(0));
        double most = Math.ceil(Arrays.stream(drawn).max().orElse(0));
        chart.getStyler().setYAxisMin(Math.pow(10, least)).setYAxisMax(Math.pow(10, Math.max(0, most)));
        Style.path(chart, "projected gradient", 0, numbers(yours.projected), distances(yours.projected, yours.best));
        if (yours.coordinate.length > 0) {
            Style.path(chart, "coordinates", 1, numbers(yours.coordinate), distances(yours.coordinate, yours.best));
        }
        if (reference != null) {
            Style.referenceLine(chart, numbers(reference.projected), distances(reference.projected, reference.best));
            if (reference.coordinate.length > 0) {
                Style.referenceLine(
                        chart, numbers(reference.coordinate), distances(reference.coordinate, reference.best));
            }
        }
        return chart;
    }

    private static double[] numbers(double[][] path) {
        return IntStream.range(0, path.length).asDoubleStream().toArray();
    }

    private static double[] distances(double[][] path, double[] best) {
        return Arrays.stream(path)
                .mapToDouble(point -> Math.max(FLOOR, Matrix.norm(Matrix.plus(point, -1, best))))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: a quadratic with its free minimum at (%s, %s) and correlation %s over the %s. %s Right: the"
                        + " distance from the lowest allowed point after each step, on a logarithmic axis; what is less"
                        + " than 10⁻¹² is drawn as 10⁻¹².",
                values.choice("x"),
                values.choice("y"),
                values.choice("correlation"),
                values.choice("allowed"),
                ends(yours));
        return reference == null ? words : words + " " + Comparison.of(ends(yours), ends(reference));
    }

    private static String ends(Series series) {
        String words = String.format(
                Locale.ROOT,
                "Projected gradient descent is at (%.4f, %.4f) after %d %s, %s.",
                series.projected[series.projected.length - 1][0],
                series.projected[series.projected.length - 1][1],
                series.projected.length - 1,
                series.projected.length == 2 ? "step" : "steps",
                series.isThere ? "the last of which is short" : "out of steps");
        return series.coordinate.length == 0
                ? words
                : words
                        + String.format(
                                Locale.ROOT,
                                " Coordinate descent is at (%.4f, %.4f) after %d sweeps.",
                                series.coordinate[series.coordinate.length - 1][0],
                                series.coordinate[series.coordinate.length - 1][1],
                                series.coordinate.length - 1);
    }
}
