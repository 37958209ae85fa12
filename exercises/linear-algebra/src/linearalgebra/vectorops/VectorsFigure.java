package linearalgebra.vectorops;

import gradus.kit.Matrix;
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
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A vector, its shadow and what is left; and how perpendicular bases of almost parallel vectors are. */
public final class VectorsFigure implements Figure<VectorsFigure.Series> {
    private static final double[] V = {2, 0.5};
    private static final double LENGTH = 5;
    private static final int MAX_POWER = 12;
    private static final double FLOOR = 1e-17;

    /**
     * What the room gave.
     *
     * @param shadow (2) of u on the line through v
     * @param angle between u and v, in radians
     * @param errors (MAX_POWER) largest size of a dot product in the basis of vectors that differ by 10⁻¹, 10⁻², …
     * @param sizes (MAX_POWER) number of vectors in that basis
     */
    public record Series(double[] shadow, double angle, double[] errors, int[] sizes) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("turn", "direction of u", "°", -180, 180, 5, 60),
                new Range("vectors", "vectors that are almost parallel", "", 2, 8, 1, 3));
    }

    @Override
    public Series series(Values values) {
        double[] u = u(values);
        double[] shadow = Vectors.project(u, V);
        Require.length("project(u, v)", shadow, 2);
        double angle = Vectors.angle(u, V);
        double[] errors = new double[MAX_POWER];
        int[] sizes = new int[MAX_POWER];
        for (int k = 0; k < MAX_POWER; k++) {
            double[][] Q = Bases.gramSchmidt(almostParallel(values.whole("vectors"), Math.pow(10, -1 - k)));
            errors[k] = largestProduct(Q);
            sizes[k] = Q.length;
        }
        Require.finite("project(u, v), angle(u, v)", new double[][] {{shadow[0], shadow[1], angle}});
        Require.finite("products of vectors of gramSchmidt", new double[][] {errors});
        return new Series(shadow, angle, errors, sizes);
    }

    private static double[] u(Values values) {
        double turn = Math.toRadians(values.number("turn"));
        return new double[] {LENGTH * Math.cos(turn), LENGTH * Math.sin(turn)};
    }

    /** Vectors (1, 0, …, ε, …, 0), each with its ε at a place of its own. */
    private static double[][] almostParallel(int nVectors, double e) {
        double[][] vectors = new double[nVectors][nVectors + 1];
        for (int i = 0; i < nVectors; i++) {
            vectors[i][0] = 1;
            vectors[i][i + 1] = e;
        }
        return vectors;
    }

    private static double largestProduct(double[][] Q) {
        double largest = 0;
        for (int i = 0; i < Q.length; i++) {
            for (int k = 0; k < i; k++) {
                largest = Math.max(largest, Math.abs(Matrix.dot(Q[i], Q[k])));
            }
        }
        return largest;
    }

    /** The method as textbooks have it: shadows of the original vector, or of what is left of it, but once. */
    private static double[] once(Values values, boolean ofTheOriginal) {
        return IntStream.range(0, MAX_POWER)
                .mapToDouble(k -> {
                    double[][] vectors = almostParallel(values.whole("vectors"), Math.pow(10, -1 - k));
                    double[][] Q = new double[vectors.length][];
                    for (int i = 0; i < Q.length; i++) {
                        double[] left = vectors[i];
                        for (int j = 0; j < i; j++) {
                            left = Matrix.plus(left, -Matrix.dot(ofTheOriginal ? vectors[i] : left, Q[j]), Q[j]);
                        }
                        Q[i] = Matrix.times(1 / Matrix.norm(left), new double[][] {left})[0];
                    }
                    return largestProduct(Q);
                })
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Shadows, and bases made of them",
                List.of(arrows(values, yours, reference), perpendicular(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart arrows(Values values, Series yours, @Nullable Series reference) {
        double[] u = u(values);
        XYChart chart = Style.xy("u, v, and the shadow of u on v", "x", "y");
        Style.equalUnits(chart, 0, 0, 5.6);
        Style.backgroundLine(chart, new double[] {-10, 10}, new double[] {-2.5, 2.5});
        double[] origin = {0, 0};
        Style.line(chart, "shadow", 0, new double[] {0, yours.shadow[0]}, new double[] {0, yours.shadow[1]});
        Style.marks(chart, 0, new double[] {yours.shadow[0]}, new double[] {yours.shadow[1]});
        Style.line(chart, "residual", 1, new double[] {yours.shadow[0], u[0]}, new double[] {yours.shadow[1], u[1]});
        if (reference != null) {
            Style.referencePoints(
                    chart, "reference", new double[] {reference.shadow[0]}, new double[] {reference.shadow[1]});
        }
        Style.arrows(chart, List.of("u", "v"), new double[][] {u, V});
        return chart;
    }

    private static XYChart perpendicular(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Bases of " + values.choice("vectors") + " vectors that differ by ε",
                "ε = 10 to the power of minus",
                "largest dot product, ideally 0");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 1, MAX_POWER);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(10.0);
        double[] powers = IntStream.rangeClosed(1, MAX_POWER).asDoubleStream().toArray();
        int nFull = (int) Arrays.stream(yours.sizes)
                .takeWhile(size -> size == values.whole("vectors"))
                .count();
        if (nFull > 0) {
            Style.path(chart, "yours", 0, Arrays.copyOf(powers, nFull), aboveFloor(Arrays.copyOf(yours.errors, nFull)));
        }
        Style.path(chart, "once, of the original", 1, powers, aboveFloor(once(values, true)));
        Style.path(chart, "once, of what is left", 2, powers, aboveFloor(once(values, false)));
        if (reference != null) {
            int n = (int) Arrays.stream(reference.sizes)
                    .takeWhile(size -> size == values.whole("vectors"))
                    .count();
            Style.referenceLine(chart, Arrays.copyOf(powers, n), aboveFloor(Arrays.copyOf(reference.errors, n)));
        }
        return chart;
    }

    private static double[] aboveFloor(double[] errors) {
        return Arrays.stream(errors).map(error -> Math.max(error, FLOOR)).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] u = u(values);
        double along = Matrix.dot(yours.shadow, V) / Matrix.norm(V);
        String words = String.format(
                Locale.ROOT,
                "Left: u = (%.2f, %.2f) at %.1f degrees from v = (2, 0.5). Its shadow on v is (%.2f, %.2f), %.2f along v; the"
                        + " residual is %.2f long. Right: the largest dot product in bases of %s vectors that differ by"
                        + " 10⁻⁸: yours %.0e, with shadows taken once of the original vector %.0e, once of what is left"
                        + " %.0e.",
                u[0],
                u[1],
                Math.toDegrees(yours.angle),
                yours.shadow[0] + 0.0,
                yours.shadow[1] + 0.0,
                along,
                Matrix.norm(Matrix.plus(u, -1, yours.shadow)),
                values.choice("vectors"),
                yours.errors[7],
                once(values, true)[7],
                once(values, false)[7]);
        return reference == null
                ? words
                : words + " "
                        + (Matrix.norm(Matrix.plus(yours.shadow, -1, reference.shadow)) < 1e-9
                                        && Math.abs(yours.angle - reference.angle) < 1e-9
                                ? "Shadow and angle are those of the reference."
                                : String.format(
                                        Locale.ROOT,
                                        "The reference has the shadow (%.2f, %.2f) and %.1f degrees.",
                                        reference.shadow[0],
                                        reference.shadow[1],
                                        Math.toDegrees(reference.angle)));
    }
}
