package gradus.checks;

import gradus.kit.Matrix;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Comparisons of numbers. A failure names the first entry that differs, both values and the tolerance, and ends with
 * the hint: what a wrong answer here usually means.
 *
 * <p>In all of them {@code what} is the call that gave the actual value, as the learner would write it, and
 * {@code hint} is one or two sentences for whoever got it wrong.
 */
public final class NumericAssertions {
    private NumericAssertions() {}

    /** Asserts that two numbers differ by at most a tolerance. NaN is close to nothing, not even to NaN. */
    public static void assertClose(String what, double expected, double actual, double tolerance, String hint) {
        boolean same = expected == actual; // infinities have no difference
        if (!same && !(Math.abs(expected - actual) <= tolerance)) {
            String but = Double.isNaN(actual)
                    ? " but was NaN, not a number, as 0/0 or the root of a negative number gives."
                    : " but was " + actual + " (tolerance " + tolerance + ").";
            throw failure(what, "expected " + expected + but, hint);
        }
    }

    /** Asserts that two vectors have the same length, and entries that differ by at most a tolerance. */
    public static void assertClose(
            String what, double[] expected, double @Nullable [] actual, double tolerance, String hint) {
        if (actual == null) {
            throw failure(what, "expected " + expected.length + " numbers but was null.", hint);
        }
        if (actual.length != expected.length) {
            throw failure(what, "expected " + expected.length + " numbers but got " + actual.length + ".", hint);
        }
        for (int i = 0; i < expected.length; i++) {
            assertClose(what + "[" + i + "]", expected[i], actual[i], tolerance, hint);
        }
    }

    /**
     * Asserts that two matrices have the same shape, and entries that differ by at most a tolerance.
     *
     * @param expected (nRows, nColumns)
     */
    public static void assertClose(
            String what, double[][] expected, double @Nullable [][] actual, double tolerance, String hint) {
        double[][] given = ofSameShape(what, expected, actual, hint);
        for (int i = 0; i < expected.length; i++) {
            assertClose(what + "[" + i + "]", expected[i], given[i], tolerance, hint);
        }
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
        return ofSameShape(what, new double[nRows][nColumns], actual, hint);
    }

    private static double[][] ofSameShape(String what, double[][] expected, double @Nullable [][] actual, String hint) {
        String wanted = shape(expected);
        String got = actual == null ? "null" : shape(actual);
        if (actual == null || !wanted.equals(got)) {
            throw failure(what, "expected shape " + wanted + " but was " + got + ".", hint);
        }
        return actual;
    }

    /** The shape in words: (2, 3) if all rows have 3 entries, otherwise what is odd about them. */
    private static String shape(double[][] A) {
        for (int i = 0; i < A.length; i++) {
            if (A[i] == null) {
                return "an array whose row " + i + " is null";
            }
            if (A[i].length != A[0].length) {
                return "ragged: row 0 has " + A[0].length + " entries and row " + i + " has " + A[i].length;
            }
        }
        return "(" + A.length + ", " + (A.length == 0 ? 0 : A[0].length) + ")";
    }

    private static AssertionFailedError failure(String what, String finding, String hint) {
        return new AssertionFailedError(what + ": " + finding + " " + hint);
    }
}
