package optimization.dualqp;

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
import java.util.stream.IntStream;
import optimization.dualqp.QuadraticProgram.Bounds;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A valley and a wedge of allowed points: prices rise, and a lower and an upper bound of the least value meet. */
public final class DualFigure implements Figure<DualFigure.Series> {
    private static final int N_SWEEPS = 25;

    /** Enough for all settings to come to the end: a sweep leaves at most 0.9 of the error. */
    private static final int MANY = 2000;

    private static final double FLOOR = 1e-12;
    private static final double[][] Q = {{1, 0.3}, {0.3, 0.7}};

    /** The corner of the wedge at room 0, and the way out of it, in degrees from the first axis. */
    private static final double[] CORNER = {0.2, 0};

    private static final double OUT = 20;
    private static final double[] FREE = {1.5, 0.5};
    private static final double REACH = 1.25;

    /**
     * What solving went through.
     *
     * @param minimisers (1 + nSweeps, 2) of the prices
     * @param prices (1 + nSweeps, 2)
     * @param points (1 + nSweeps, 2) the best allowed ones
     * @param lower (1 + nSweeps)
     * @param upper (1 + nSweeps)
     * @param least the least value, after many sweeps
     */
    public record Series(
            double[][] minimisers,
            double[][] prices,
            double[][] points,
            double[] lower,
            double[] upper,
            double least) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("angle", "angle between the two normals", "°", 20, 150, 5, 120),
                new Range("room", "more room in the first constraint", "", -0.2, 1.5, 0.05, 0),
                new Choice("right", "right picture", List.of("bounds", "distances"), "bounds"));
    }

    @Override
    public Series series(Values values) {
        QuadraticProgram program = program(values);
        double[] inside = inside(values);
        Bounds bounds = program.solve(inside, 0, N_SWEEPS);
        int nRows = bounds.prices().length;
        Require.columns("prices", bounds.prices(), 2);
        Require.columns("points", bounds.points(), 2);
        Require.that(bounds.points().length == nRows, "there must be a point for each row of prices");
        Require.length("lower", bounds.lower(), nRows);
        Require.length("upper", bounds.upper(), nRows);
        double[][] minimisers =
                Arrays.stream(bounds.prices()).map(program::minimiser).toArray(double[][]::new);
        Require.columns("minimisers", minimisers, 2);
        Require.finite("all numbers", minimisers);
        Require.finite("all numbers", bounds.points());
        Require.finite("all numbers", new double[][] {bounds.lower(), bounds.upper()});
        double[] end = program.solve(inside, 1e-13, MANY).lower();
        Require.that(end.length > 0, "there must be a lower bound for λ = 0 at least");
        return new Series(
                minimisers, bounds.prices(), bounds.points(), bounds.lower(), bounds.upper(), end[end.length - 1]);
    }

    /** The least curvature is 0.51; the normals stand at half the angle on both sides of the way out. */
    private static QuadraticProgram program(Values values) {
        double[][] A = {normal(values, -1), normal(values, 1)};
        double[] b = Matrix.plus(Matrix.times(A, CORNER), values.number("room"), new double[] {1, 0});
        return new QuadraticProgram(Q, Matrix.times(Matrix.times(-1, Q), FREE), A, b);
    }

    private static double[] normal(Values values, int side) {
        return direction(OUT + side * values.number("angle") / 2);
    }

    /** A point of the wedge that is nearer to its second edge, and stays inside where the first one moves. */
    private static double[] inside(Values values) {
        double halfOpening = 90 - values.number("angle") / 2;
        return Matrix.plus(CORNER, 1.2, direction(OUT + 180 - 0.6 * halfOpening));
    }

    private static double[] direction(double degrees) {
        double angle = Math.toRadians(degrees);
        return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Two constraints and their prices",
                List.of(
                        map(values, yours, reference),
                        values.choice("right").equals("bounds")
                                ? bounds(yours, reference)
                                : distances(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("The way of the minimisers and of the allowed points", "first variable", "second variable");
        Style.equalUnits(chart, 0.35, 0, REACH);
        double high = 1.1 * REACH; // up to the rim of the plot
        double wide = 1.78 * high;
        Style.contours(
                chart,
                (x, y) -> {
                    double[] d = {x - FREE[0], y - FREE[1]};
                    return Matrix.dot(d, Matrix.times(Q, d)) / 2;
                },
                0.35 - wide,
                0.35 + wide,
                -high,
                high,
                IntStream.rangeClosed(1, 14).mapToDouble(k -> 0.02 * k * k).toArray());
        double[][] wedge = wedge(values);
        Style.line(chart, "edge of what is allowed", 6, Matrix.column(wedge, 0), Matrix.column(wedge, 1));
        Style.path(
                chart,
                "x(λ) after each sweep",
                1,
                Matrix.column(yours.minimisers, 0),
                Matrix.column(yours.minimisers, 1));
        Style.path(chart, "best allowed point", 0, Matrix.column(yours.points, 0), Matrix.column(yours.points, 1));
        double[] inside = inside(values);
        Style.points(chart, "inside", 2, new double[] {inside[0]}, new double[] {inside[1]});
        if (reference != null) {
            Style.referenceLine(chart, Matrix.column(reference.minimisers, 0), Matrix.column(reference.minimisers, 1));
            Style.referenceLine(chart, Matrix.column(reference.points, 0), Matrix.column(reference.points, 1));
        }
        return chart;
    }

    /** The corner, and far away on either edge. */
    private static double[][] wedge(Values values) {
        double[] first = normal(values, -1);
        double[] second = normal(values, 1);
        // Along the second edge the first constraint reaches its room.
        double[] along = {-second[1], second[0]};
        double[] corner = Matrix.plus(CORNER, values.number("room") / Matrix.dot(first, along), along);
        return new double[][] {
            Matrix.plus(corner, 9, new double[] {first[1], -first[0]}), corner, Matrix.plus(corner, 9, along)
        };
    }

    private static XYChart bounds(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("The least value is between the bounds", "sweep", "value");
        Style.rangeX(chart, 0, N_SWEEPS);
        Style.path(chart, "upper bound", 0, sweeps(yours), yours.upper);
        Style.path(chart, "lower bound", 1, sweeps(yours), yours.lower);
        if (reference != null) {
            Style.referenceLine(chart, sweeps(reference), reference.upper);
            Style.referenceLine(chart, sweeps(reference), reference.lower);
        }
        return chart;
    }

    private static XYChart distances(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far each bound is from the least value", "sweep", "distance");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_SWEEPS);
        Style.path(chart, "upper bound", 0, sweeps(yours), distances(yours.upper, yours.least));
        Style.path(chart, "lower bound", 1, sweeps(yours), distances(yours.lower, yours.least));
        if (reference != null) {
            Style.referenceLine(chart, sweeps(reference), distances(reference.upper, reference.least));
            Style.referenceLine(chart, sweeps(reference), distances(reference.lower, reference.least));
        }
        return chart;
    }

    private static double[] sweeps(Series series) {
        return IntStream.range(0, series.lower.length).asDoubleStream().toArray();
    }

    private static double[] distances(double[] bounds, double least) {
        return Arrays.stream(bounds)
                .map(bound -> Math.max(FLOOR, Math.abs(bound - least)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: contours of a valley around (%s, %s) and a wedge of allowed points between two lines, whose normals"
                        + " make an angle of %s degrees. The minimisers begin at the free minimum and come to the wedge; the"
                        + " allowed points come from inside of it. Right: %s. %s",
                FREE[0],
                FREE[1],
                values.choice("angle"),
                values.choice("right").equals("bounds")
                        ? "the upper bound falls and the lower one rises until they meet"
                        : "the distance of both bounds from the least value, on a logarithmic axis",
                ends(yours));
        return reference == null ? words : words + " " + Comparison.of(ends(yours), ends(reference));
    }

    private static String ends(Series series) {
        int last = series.lower.length - 1;
        return String.format(
                Locale.ROOT,
                "After %d %s the prices are %.4f and %.4f, the best allowed point is (%.4f, %.4f), and the least value is"
                        + " between %.5f and %.5f.",
                last,
                last == 1 ? "sweep" : "sweeps",
                series.prices[last][0],
                series.prices[last][1],
                rounded(series.points[last][0]),
                rounded(series.points[last][1]),
                series.lower[last],
                series.upper[last]);
    }

    /** To four digits, and without the sign of what is nearly 0. */
    private static double rounded(double value) {
        return Math.round(1e4 * value) / 1e4;
    }
}
