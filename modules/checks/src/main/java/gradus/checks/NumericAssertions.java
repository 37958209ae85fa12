package gradus.checks;

import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of numbers. The first line of a failure names the first entry that differs, both values and the
 * tolerance, and ends with the hint: what a wrong answer here usually means. Where more than one number is wrong, it
 * goes on with how many, the largest difference, and a few rows of a table around it.
 *
 * <p>In all of them {@code what} is the call that gave the actual value, as the learner would write it, and
 * {@code hint} is one or two sentences for whoever got it wrong. NaN is close to nothing, not even to NaN.
 */
public final class NumericAssertions {
    private NumericAssertions() {}

    /** Asserts that two numbers differ by at most a tolerance. What came as a float is printed as one. */
    public static void assertClose(String what, double expected, double actual, double tolerance, String hint) {
        Comparison.require(what, Numbers.of(expected), Numbers.of(actual), tolerance, hint);
    }

    /** Asserts that two vectors have the same length, and entries that differ by at most a tolerance. */
    public static void assertClose(
            String what, double[] expected, double @Nullable [] actual, double tolerance, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), tolerance, hint);
    }

    /**
     * Asserts that two matrices have the same shape, and entries that differ by at most a tolerance.
     *
     * @param expected (nRows, nColumns)
     */
    public static void assertClose(
            String what, double[][] expected, double @Nullable [][] actual, double tolerance, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), tolerance, hint);
    }

    /** Asserts that two vectors have the same length, and entries that differ by at most a tolerance. */
    public static void assertClose(
            String what, float[] expected, float @Nullable [] actual, double tolerance, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), tolerance, hint);
    }

    /**
     * Asserts that two matrices have the same shape, and entries that differ by at most a tolerance.
     *
     * @param expected (nRows, nColumns)
     */
    public static void assertClose(
            String what, float[][] expected, float @Nullable [][] actual, double tolerance, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), tolerance, hint);
    }

    /** Asserts that two vectors of whole numbers, such as labels or indices, are the same. */
    public static void assertExact(String what, int[] expected, int @Nullable [] actual, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), 0, hint);
    }

    /** Asserts that two arrays of rows of whole numbers are the same. Rows may differ in length. */
    public static void assertExact(String what, int[][] expected, int @Nullable [][] actual, String hint) {
        Comparison.require(what, Numbers.of(expected), actual == null ? null : Numbers.of(actual), 0, hint);
    }

    /**
     * Asserts what {@link #assertClose(String, double[][], double[][], double, String)} does for rows that are known
     * but for their sign, as eigenvectors are: each expected row is turned to the side of the actual one.
     *
     * @param expected (nRows, nColumns)
     */
    public static void assertCloseUpToSign(
            String what, double[][] expected, double @Nullable [][] actual, double tolerance, String hint) {
        double[][] given = ofSameShape(what, expected, actual, hint);
        double[][] turned = Matrix.copy(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Matrix.dot(expected[i], given[i]) < 0) {
                turned[i] = Matrix.times(-1, new double[][] {expected[i]})[0];
            }
        }
        assertClose(what, turned, given, tolerance, hint);
    }

    /**
     * Requires a matrix of a given shape, so that a check can go on computing with it.
     *
     * @return actual
     */
    public static double[][] requireShape(
            String what, int nRows, int nColumns, double @Nullable [][] actual, String hint) {
        double[][] unknown = new double[nRows][nColumns];
        for (double[] row : unknown) {
            Arrays.fill(row, Double.NaN);
        }
        return ofSameShape(what, unknown, actual, hint);
    }

    /** Asserts that two shapes, the lengths of an array along its dimensions, are the same. */
    public static void assertShape(String what, long[] expected, long @Nullable [] actual, String hint) {
        if (!Arrays.equals(expected, actual)) {
            boolean isSwapped =
                    actual != null && actual.length == 2 && Arrays.equals(expected, new long[] {actual[1], actual[0]});
            throw Comparison.failure(
                    what,
                    "expected " + shape(expected) + " but was " + (actual == null ? "null" : shape(actual)) + ".",
                    (isSwapped ? Comparison.SWAPPED : "") + hint);
        }
    }

    private static String shape(long[] lengths) {
        return lengths.length == 0
                ? "a single number"
                : lengths.length == 1
                        ? lengths[0] + (lengths[0] == 1 ? " number" : " numbers")
                        : Arrays.stream(lengths).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }

    private static double[][] ofSameShape(String what, double[][] expected, double @Nullable [][] actual, String hint) {
        if (actual == null) {
            throw Comparison.failure(what, "expected " + Numbers.of(expected).shape() + " but was null.", hint);
        }
        Comparison.requireShape(what, Numbers.of(expected), Numbers.of(actual), hint);
        return actual;
    }
}
