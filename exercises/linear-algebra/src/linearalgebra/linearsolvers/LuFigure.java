package linearalgebra.linearsolvers;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A matrix and its factors, and how residual and error of a solved system depend on its size. */
public final class LuFigure implements Figure<LuFigure.Series> {
    private static final int MIN_SIZE = 2;
    private static final int MAX_SIZE = 60;
    private static final double FLOOR = 1e-18;
    private static final double CEILING = 1e4;

    /**
     * What the room gave.
     *
     * @param ordered (n, n) the rows of A in the order of P
     * @param lower (n, n)
     * @param upper (n, n)
     * @param residuals (MAX_SIZE - 1) of systems with 2, 3, … rows, relative to A and x; 0 where A was called singular
     * @param errors (MAX_SIZE - 1) of their solutions, relative to the right ones; 0 where A was called singular
     */
    public record Series(double[][] ordered, double[][] lower, double[][] upper, double[] residuals, double[] errors) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("matrix", "matrix", List.of("random", "Hilbert", "growth"), "Hilbert"),
                new Range("n", "rows of the matrix on the left", "", 2, 24, 1, 12));
    }

    @Override
    public Series series(Values values) {
        int n = values.whole("n");
        Lu lu = Lu.of(matrix(values, n));
        Require.columns("lower", lu.lower(), n);
        Require.columns("upper", lu.upper(), n);
        Require.finite("lower", lu.lower());
        Require.finite("upper", lu.upper());
        int nSizes = MAX_SIZE - MIN_SIZE + 1;
        double[] residuals = new double[nSizes];
        double[] errors = new double[nSizes];
        for (int k = 0; k < nSizes; k++) {
            double[][] A = matrix(values, MIN_SIZE + k);
            double[] ones = ones(A.length);
            double[] b = Matrix.times(A, ones);
            double[] x = solved(A, b);
            Require.length("solve(b)", x, A.length);
            Require.finite("solve(b)", new double[][] {x});
            if (Matrix.norm(x) > 0) {
                residuals[k] = Matrix.norm(Matrix.plus(Matrix.times(A, x), -1, b)) / (norm(A) * Matrix.norm(x));
                errors[k] = Matrix.norm(Matrix.plus(x, -1, ones)) / Matrix.norm(ones);
            }
        }
        return new Series(ordered(matrix(values, n), lu.permutation()), lu.lower(), lu.upper(), residuals, errors);
    }

    private static double[][] ordered(double[][] A, int[] permutation) {
        Require.that(
                permutation.length == A.length && Arrays.stream(permutation).allMatch(i -> 0 <= i && i < A.length),
                "permutation must name rows of A, but was %s",
                Arrays.toString(permutation));
        return Arrays.stream(permutation).mapToObj(i -> A[i]).toArray(double[][]::new);
    }

    /** Zeros where the room refuses. */
    private static double[] solved(double[][] A, double[] b) {
        try {
            return Lu.of(A).solve(b);
        } catch (SingularMatrix e) {
            return new double[b.length];
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double norm(double[][] A) {
        return Matrix.norm(Arrays.stream(A).mapToDouble(Matrix::norm).toArray());
    }

    private static double[][] matrix(Values values, int n) {
        String name = values.choice("matrix");
        if (name.equals("random")) {
            return Matrix.gaussian(new SplittableRandom(n), n, n);
        }
        double[][] A = Matrix.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (name.equals("Hilbert")) {
                    A[i][j] = 1.0 / (i + j + 1);
                } else if (j == n - 1) {
                    A[i][j] = 1;
                } else if (j < i) {
                    A[i][j] = -0.9; // with -1 all numbers stay whole, and nothing is rounded
                }
            }
        }
        return A;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Elimination: what is left, and how good the answer is",
                List.of(factors(values, yours), accuracy(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart factors(Values values, Series yours) {
        double[][] A = matrix(values, values.whole("n"));
        return Style.signedPictures(
                "P·A = L·U: orange below 0, blue above",
                List.of(shaded(A), shaded(yours.ordered), shaded(yours.lower), shaded(yours.upper)),
                List.of("A", "P·A", caption("L", yours.lower), caption("U", yours.upper)),
                2,
                2);
    }

    private static String caption(String name, double[][] A) {
        return String.format(Locale.ROOT, "%s, up to %.3g in size", name, largest(A));
    }

    private static double largest(double[][] A) {
        return Arrays.stream(A)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** Cube roots of the shares of the largest size, so that small entries can be seen. */
    private static double[][] shaded(double[][] A) {
        double largest = Math.max(largest(A), Double.MIN_NORMAL);
        return Arrays.stream(A)
                .map(row -> Arrays.stream(row).map(a -> Math.cbrt(a / largest)).toArray())
                .toArray(double[][]::new);
    }

    private static XYChart accuracy(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Systems whose solution is all ones", "number of equations n", "relative size");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, MAX_SIZE);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        line(chart, "error of x", 1, yours.errors);
        line(chart, "residual A·x - b", 0, yours.residuals);
        if (reference != null) {
            referenceLine(chart, reference.errors);
            referenceLine(chart, reference.residuals);
        }
        return chart;
    }

    private static void line(XYChart chart, String name, int group, double[] sizes) {
        int[] shown = shown(sizes);
        if (shown.length > 0) {
            Style.line(chart, name, group, places(shown), heights(shown, sizes));
        }
    }

    private static void referenceLine(XYChart chart, double[] sizes) {
        int[] shown = shown(sizes);
        if (shown.length > 0) {
            Style.referenceLine(chart, places(shown), heights(shown, sizes));
        }
    }

    private static int[] shown(double[] sizes) {
        return IntStream.range(0, sizes.length).filter(k -> sizes[k] != 0).toArray();
    }

    private static double[] places(int[] shown) {
        return Arrays.stream(shown).mapToDouble(k -> MIN_SIZE + k).toArray();
    }

    private static double[] heights(int[] shown, double[] sizes) {
        return Arrays.stream(shown)
                .mapToDouble(k -> Math.min(CEILING, Math.max(FLOOR, sizes[k])))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[][] A = matrix(values, values.whole("n"));
        String words = String.format(
                Locale.ROOT,
                "Left: a matrix (%s) with %d rows as shades, the same with its rows in order, its factor L, up to %.3g in size, and U, up to %.3g. Right: the"
                        + " relative residual and the relative error of solved systems by their size. With 12 equations the"
                        + " residual is %.0e and the error %.0e, with 60 they are %s.",
                values.choice("matrix"),
                A.length,
                largest(yours.lower),
                largest(yours.upper),
                yours.residuals[10],
                yours.errors[10],
                last(yours));
        return reference == null
                ? words
                : words + " "
                        + (Arrays.equals(yours.errors, reference.errors)
                                ? "All of it is as the reference has it."
                                : String.format(
                                        Locale.ROOT,
                                        "With 12 equations the reference has %.0e and %.0e.",
                                        reference.residuals[10],
                                        reference.errors[10]));
    }

    private static String last(Series series) {
        int k = series.errors.length - 1;
        return series.errors[k] == 0
                ? "missing, because the matrix was called singular"
                : String.format(Locale.ROOT, "%.0e and %.0e", series.residuals[k], series.errors[k]);
    }
}
