package javabasics.equationsgeometry;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A triangle turned on the unit circle, and a parabola with its roots. */
public final class GeometryFigure implements Figure<GeometryFigure.Series> {
    /** Where the corners of the triangle lie on the circle, in degrees. */
    private static final double[] CORNERS = {0, 75, 200};

    private static final double REACH = 5;
    private static final double HEIGHT = 8;
    private static final int N_POINTS = 200;

    /**
     * What the room's methods gave.
     *
     * @param corners (3, 2) of the triangle, by toCartesian
     * @param turned (3, 2) the corners after rotate
     * @param lengths (3) of its sides, by side
     * @param angles (3) of the triangle, by angle, in degrees
     * @param roots (2, 2) real and imaginary parts
     */
    public record Series(double[][] corners, double[][] turned, double[] lengths, double[] angles, double[][] roots) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("turn", "angle of the turn", "degrees", -180, 180, 5, 40),
                new Range("a", "a in a·x² + b·x + c; 0 counts as 0.25", "", -2, 2, 0.25, 1),
                new Range("b", "b", "", -4, 4, 0.25, -1),
                new Range("c", "c", "", -6, 6, 0.25, -2));
    }

    @Override
    public Series series(Values values) {
        double turn = Math.toRadians(values.number("turn"));
        List<Point> corners = Arrays.stream(CORNERS)
                .mapToObj(degrees -> Geometry.toCartesian(new Polar(1, Math.toRadians(degrees))))
                .toList();
        double[] lengths = IntStream.range(0, 3)
                .mapToDouble(k -> Geometry.side(1, 1, arc(k)))
                .toArray();
        double[] angles = IntStream.range(0, 3)
                .mapToDouble(
                        k -> Math.toDegrees(Geometry.angle(lengths[(k + 1) % 3], lengths[(k + 2) % 3], lengths[k])))
                .toArray();
        Roots roots = Equations.solveQuadratic(a(values), values.number("b"), values.number("c"));
        Series series = new Series(
                coordinates(corners),
                coordinates(corners.stream()
                        .map(corner -> Geometry.rotate(corner, turn))
                        .toList()),
                lengths,
                angles,
                Stream.of(roots.first(), roots.second())
                        .map(root -> new double[] {root.re(), root.im()})
                        .toArray(double[][]::new));
        Require.finite("toCartesian", series.corners);
        Require.finite("rotate", series.turned);
        Require.finite("side and angle", new double[][] {lengths, angles});
        Require.finite("solveQuadratic", series.roots);
        return series;
    }

    /** The angle at the centre of the circle between a corner and the next, in [0, π]. */
    private static double arc(int k) {
        double degrees = Math.abs(CORNERS[(k + 1) % 3] - CORNERS[k]);
        return Math.toRadians(Math.min(degrees, 360 - degrees));
    }

    private static double[][] coordinates(List<Point> points) {
        return points.stream().map(point -> new double[] {point.x(), point.y()}).toArray(double[][]::new);
    }

    private static double a(Values values) {
        return values.number("a") == 0 ? 0.25 : values.number("a");
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A turn, and two roots",
                List.of(turn(values, yours, reference), parabola(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart turn(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("A triangle, turned by " + values.choice("turn") + " degrees", "x", "y");
        Style.equalUnits(chart, 1.25);
        double[] angles = IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> 2 * Math.PI * k / N_POINTS)
                .toArray();
        Style.backgroundLine(
                chart,
                Arrays.stream(angles).map(Math::cos).toArray(),
                Arrays.stream(angles).map(Math::sin).toArray());
        Style.path(chart, "triangle", 5, closed(yours.corners, 0), closed(yours.corners, 1));
        Style.path(chart, "after the turn", 0, closed(yours.turned, 0), closed(yours.turned, 1));
        if (reference != null) {
            Style.referenceLine(chart, closed(reference.turned, 0), closed(reference.turned, 1));
        }
        return chart;
    }

    private static double[] closed(double[][] corners, int axis) {
        return IntStream.rangeClosed(0, corners.length)
                .mapToDouble(k -> corners[k % corners.length][axis])
                .toArray();
    }

    private static XYChart parabola(Values values, Series yours, @Nullable Series reference) {
        boolean isComplex = (reference == null ? yours : reference).roots[0][1] != 0;
        XYChart chart = Style.xy(
                "y = " + formula(values),
                isComplex ? "x, or the real part of a root" : "x",
                isComplex ? "y, or the imaginary part of a root" : "y");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(-HEIGHT).setYAxisMax(HEIGHT);
        Style.backgroundLine(chart, new double[] {-REACH, REACH}, new double[] {0, 0});
        double[] x = IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> -REACH + 2 * REACH * k / N_POINTS)
                .toArray();
        double[] y = Arrays.stream(x)
                .map(t -> (a(values) * t + values.number("b")) * t + values.number("c"))
                .map(v -> Math.abs(v) <= HEIGHT ? v : Double.NaN)
                .toArray();
        Style.line(chart, "parabola", 0, x, y);
        Style.points(chart, isComplex ? "complex roots" : "roots", 1, part(yours.roots, 0), part(yours.roots, 1));
        if (reference != null) {
            Style.referencePoints(chart, "reference", part(reference.roots, 0), part(reference.roots, 1));
        }
        return chart;
    }

    private static double[] part(double[][] roots, int k) {
        double most = k == 0 ? REACH : HEIGHT;
        return Arrays.stream(roots)
                .mapToDouble(root -> Math.abs(root[0]) <= REACH && Math.abs(root[1]) <= HEIGHT ? root[k] : Double.NaN)
                .map(v -> Math.abs(v) <= most ? v : Double.NaN)
                .toArray();
    }

    private static String formula(Values values) {
        return String.format(
                Locale.ROOT,
                "%s·x² %s %s·x %s %s",
                plain(a(values)),
                values.number("b") < 0 ? "-" : "+",
                plain(Math.abs(values.number("b"))),
                values.number("c") < 0 ? "-" : "+",
                plain(Math.abs(values.number("c"))));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: a triangle in the unit circle with sides of %.4f, %.4f and %.4f and angles of %.1f, %.1f and %.1f"
                        + " degrees opposite to them; turned by %s degrees its first corner goes to (%.4f, %.4f). Right: the"
                        + " parabola y = %s; its roots are %s.",
                yours.lengths[0],
                yours.lengths[1],
                yours.lengths[2],
                yours.angles[0],
                yours.angles[1],
                yours.angles[2],
                values.choice("turn"),
                yours.turned[0][0],
                yours.turned[0][1],
                formula(values),
                inWords(yours.roots));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String inWords(double[][] roots) {
        return root(roots[0]) + " and " + root(roots[1]);
    }

    private static String root(double[] root) {
        return root[1] == 0
                ? String.format(Locale.ROOT, "%.4f", root[0] + 0.0)
                : String.format(
                        Locale.ROOT, "%.4f %s %.4fi", root[0] + 0.0, root[1] < 0 ? "-" : "+", Math.abs(root[1]));
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = isClose(yours.turned, reference.turned)
                && isClose(yours.roots, reference.roots)
                && isClose(new double[][] {yours.angles}, new double[][] {reference.angles});
        return isSame
                ? "The reference finds the same."
                : String.format(
                        Locale.ROOT,
                        "The reference turns the corner to (%.4f, %.4f), has angles of %.1f, %.1f and %.1f degrees, and the"
                                + " roots %s.",
                        reference.turned[0][0],
                        reference.turned[0][1],
                        reference.angles[0],
                        reference.angles[1],
                        reference.angles[2],
                        inWords(reference.roots));
    }

    private static boolean isClose(double[][] a, double[][] b) {
        return IntStream.range(0, a.length)
                .allMatch(i -> IntStream.range(0, a[i].length).allMatch(j -> Math.abs(a[i][j] - b[i][j]) <= 1e-9));
    }
}
