package gradus.kit;

import java.util.Locale;

/** Checks of arguments. Every message names the argument, the rule and the value. */
public final class Require {
    private Require() {}

    /**
     * Requires what no other method here says.
     *
     * @param format message, as for {@link String#format}
     * @throws IllegalArgumentException if {@code holds} is false
     */
    public static void that(boolean holds, String format, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
        }
    }

    /**
     * Requires a matrix with at least one row and one column, all rows of equal length.
     *
     * @param A (nRows, nColumns)
     * @throws IllegalArgumentException if A is empty or ragged
     */
    public static void matrix(String name, double[][] A) {
        that(A.length > 0, "%s must have at least 1 row, but is empty", name);
        that(A[0].length > 0, "%s must have at least 1 column, but has none", name);
        for (int i = 1; i < A.length; i++) {
            that(
                    A[i].length == A[0].length,
                    "%s must be rectangular, but row 0 has %d columns and row %d has %d",
                    name,
                    A[0].length,
                    i,
                    A[i].length);
        }
    }

    /**
     * Requires a matrix with a given number of columns.
     *
     * @param A (nRows, expected)
     * @throws IllegalArgumentException if A is empty or ragged, or has another number of columns
     */
    public static void columns(String name, double[][] A, int expected) {
        matrix(name, A);
        that(
                A[0].length == expected,
                "%s must have %d %s, but has %d",
                name,
                expected,
                expected == 1 ? "column" : "columns",
                A[0].length);
    }

    /**
     * Requires a matrix of ordinary numbers.
     *
     * @param A (nRows, nColumns)
     * @throws IllegalArgumentException if A is empty or ragged, or has an entry that is NaN or infinite
     */
    public static void finite(String name, double[][] A) {
        matrix(name, A);
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                if (!Double.isFinite(A[i][j])) { // asked first, because the words below cost more than the question
                    that(false, "%s must be finite, but %s[%d][%d] was %s", name, name, i, j, A[i][j]);
                }
            }
        }
    }

    /**
     * Requires a vector with a given number of entries.
     *
     * @param a (expected)
     * @throws IllegalArgumentException if a has another length
     */
    public static void length(String name, double[] a, int expected) {
        that(
                a.length == expected,
                "%s must have %d %s, but has %d",
                name,
                expected,
                expected == 1 ? "entry" : "entries",
                a.length);
    }

    /**
     * Requires a whole number in a closed range.
     *
     * @throws IllegalArgumentException if value is below min or above max
     */
    public static void between(String name, int value, int min, int max) {
        that(min <= value && value <= max, "%s must be in [%d, %d], but was %d", name, min, max, value);
    }

    /**
     * Requires a number above zero.
     *
     * @throws IllegalArgumentException if value is zero, negative or NaN
     */
    public static void positive(String name, double value) {
        that(value > 0, "%s must be > 0, but was %s", name, value);
    }
}
