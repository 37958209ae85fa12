package gradus.checks;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers as comparisons see them.
 *
 * @param kind whether they are one number, a vector or a matrix
 * @param rows (nRows, …) a vector is one row; the rows of a matrix may differ in length, and a learner's may be null
 * @param whole whether they are whole numbers, which have no decimals to print
 */
record Numbers(Kind kind, double[][] rows, boolean whole) {
    private static final int MAX_LENGTHS = 8;
    private static final int LONGEST_FLOAT = 1 << 24;

    enum Kind {
        SCALAR,
        VECTOR,
        MATRIX
    }

    static Numbers of(double a) {
        return new Numbers(Kind.SCALAR, new double[][] {{a}}, false);
    }

    static Numbers of(double[] a) {
        return new Numbers(Kind.VECTOR, new double[][] {a}, false);
    }

    static Numbers of(double[][] A) {
        return new Numbers(Kind.MATRIX, A, false);
    }

    static Numbers of(float[] a) {
        return of(widened(a));
    }

    static Numbers of(float[][] A) {
        double[][] rows = new double[A.length][];
        Arrays.setAll(rows, i -> A[i] == null ? null : widened(A[i]));
        return of(rows);
    }

    static Numbers of(int[] a) {
        return new Numbers(Kind.VECTOR, new double[][] {widened(a)}, true);
    }

    static Numbers of(int[][] A) {
        double[][] rows = new double[A.length][];
        Arrays.setAll(rows, i -> A[i] == null ? null : widened(A[i]));
        return new Numbers(Kind.MATRIX, rows, true);
    }

    private static double[] widened(float[] a) {
        double[] wide = new double[a.length];
        Arrays.setAll(wide, j -> a[j]);
        return wide;
    }

    private static double[] widened(int[] a) {
        return Arrays.stream(a).asDoubleStream().toArray();
    }

    int size() {
        return Arrays.stream(rows).mapToInt(row -> row.length).sum();
    }

    String text(int i, int j) {
        return whole ? Long.toString((long) rows[i][j]) : text(rows[i][j]);
    }

    /** The number with few digits. */
    String brief(int i, int j) {
        return whole ? text(i, j) : Table.brief(rows[i][j]);
    }

    /** Prints a number that came as a float without the digits that widening gave it. */
    static String text(double value) {
        return (float) value == value && Math.abs(value) < LONGEST_FLOAT
                ? Float.toString((float) value)
                : Double.toString(value);
    }

    /** The end of a sentence about a wrong value: how it may have come about, or how near it should be. */
    static String explanation(double value, double tolerance) {
        if (Double.isNaN(value)) {
            return ", not a number, as 0/0 or the root of a negative number gives.";
        }
        return Double.isInfinite(value) ? ", as 1/0 or an overflow gives." : " (tolerance " + tolerance + ").";
    }

    /** The index as the learner would write it, such as {@code [2][0]}. */
    String index(int i, int j) {
        return switch (kind) {
            case SCALAR -> "";
            case VECTOR -> "[" + j + "]";
            case MATRIX -> "[" + i + "][" + j + "]";
        };
    }

    boolean hasShapeOf(Numbers other) {
        boolean same = rows.length == other.rows.length;
        for (int i = 0; same && i < rows.length; i++) {
            same = rows[i] != null && rows[i].length == other.rows[i].length;
        }
        return same;
    }

    /** Whether it has as many rows as the other has columns, and the other way round. */
    boolean hasShapeOfTransposed(Numbers other) {
        return kind == Kind.MATRIX
                && isRectangular()
                && other.isRectangular()
                && rows.length > 0
                && other.rows.length > 0
                && rows.length == other.rows[0].length
                && other.rows.length == rows[0].length;
    }

    private boolean isRectangular() {
        return Arrays.stream(rows).allMatch(row -> row != null && row.length == rows[0].length);
    }

    /** The shape in words, such as {@code 3 numbers}, {@code 2 x 3} or {@code rows of 2, 2 and 1 numbers}. */
    String shape() {
        if (kind != Kind.MATRIX) {
            return rows[0].length + (rows[0].length == 1 ? " number" : " numbers");
        }
        return isRectangular() ? rectangle() : "rows of " + lengths() + " numbers";
    }

    /** The shape as the end of a sentence that said what was expected, such as {@code was 2 x 3}. */
    String foundShape() {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == null) {
                return "was an array whose row " + i + " is null";
            }
        }
        if (kind != Kind.MATRIX) {
            return "got " + rows[0].length;
        }
        return (isRectangular() ? "was " : "got ") + shape();
    }

    private String rectangle() {
        return rows.length == 0 ? "empty" : rows.length + " x " + rows[0].length;
    }

    private String lengths() {
        if (rows.length > MAX_LENGTHS) {
            var lengths = Arrays.stream(rows).mapToInt(row -> row.length).summaryStatistics();
            return lengths.getMin() + " to " + lengths.getMax();
        }
        String all =
                Arrays.stream(rows).map(row -> Integer.toString(row.length)).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " and " + all.substring(last + 2);
    }
}
