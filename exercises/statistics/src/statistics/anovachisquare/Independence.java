package statistics.anovachisquare;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

/**
 * Pearson's test of a table of counts: do its columns say anything about its rows?
 *
 * <p>Source: A. Agresti, <i>Categorical Data Analysis</i>, 2nd ed., Wiley 2002, §3.2 and §3.3.
 *
 * @param residuals (nRows, nColumns) {@code (observed - expected) / √expected} of each cell
 * @param degrees of freedom, {@code (nRows - 1)(nColumns - 1)}
 */
public record Independence(double[][] residuals, int degrees) {
    /**
     * Compares a table with what rows and columns would make if they were independent.
     *
     * @param counts (nRows, nColumns) at least 2 x 2, each at least 0; no row and no column without any
     */
    public static Independence of(double[][] counts) {
        requireTable(counts);
        // begin solution: the residual of each cell, and how many cells are free if all sums are given
        double[][] expected = expected(counts);
        double[][] residuals = new double[counts.length][counts[0].length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[0].length; j++) {
                residuals[i][j] = (counts[i][j] - expected[i][j]) / Math.sqrt(expected[i][j]);
            }
        }
        return new Independence(residuals, (counts.length - 1) * (counts[0].length - 1));
        // end solution
    }

    /**
     * What the cells would hold, in the mean: {@code sum of the row · sum of the column / sum of all}.
     *
     * @param counts as for {@link #of}
     * @return (nRows, nColumns)
     */
    public static double[][] expected(double[][] counts) {
        requireTable(counts);
        // begin solution: sums of columns and of all, then one row after the other
        double[] shares = columnSums(counts);
        double all = Matrix.dot(shares, ones(shares.length));
        double[][] expected = new double[counts.length][shares.length];
        for (int i = 0; i < counts.length; i++) {
            double row = Matrix.dot(counts[i], ones(shares.length));
            for (int j = 0; j < shares.length; j++) {
                expected[i][j] = row * shares[j] / all;
            }
        }
        return expected;
        // end solution
    }

    /** Chi-square: the sum of the squared residuals. */
    public double statistic() {
        // begin solution: add them up
        double sum = 0;
        for (double[] row : residuals) {
            sum += Matrix.dot(row, row);
        }
        return sum;
        // end solution
    }

    /** The probability of a statistic at least as large, if rows and columns are independent; for large counts. */
    public double pValue() {
        // begin solution: ask ChiSquare
        return new ChiSquare(degrees).upper(statistic());
        // end solution
    }

    private static double[] columnSums(double[][] counts) {
        return Matrix.times(Matrix.transpose(counts), ones(counts.length));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void requireTable(double[][] counts) {
        Require.finite("counts", counts);
        Require.that(
                counts.length >= 2 && counts[0].length >= 2,
                "counts must be at least 2 x 2, but is %d x %d",
                counts.length,
                counts[0].length);
        for (double[] row : counts) {
            for (double count : row) {
                Require.that(count >= 0, "counts must be >= 0, but had %s", count);
            }
            Require.that(Matrix.dot(row, ones(row.length)) > 0, "counts must not have a row of zeros");
        }
        for (double sum : columnSums(counts)) {
            Require.that(sum > 0, "counts must not have a column of zeros");
        }
    }
}
