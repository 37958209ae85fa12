package arraysandtables.dataframegroups;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.Locale;

/**
 * A number that sums up a column, such as {@code mean(mass)}.
 *
 * @param summary which number
 * @param column name of the column; {@code *} for ROWS, which needs none
 */
public record Aggregate(Summary summary, String column) {
    /** Numbers that sum up others. Only ROWS counts missing values; the rest is about those that are known. */
    public enum Summary {
        ROWS,
        COUNT,
        SUM,
        MEAN,
        MIN,
        MAX
    }

    public Aggregate {
        Require.that(!column.isEmpty(), "column must name a column, but is empty");
    }

    public static Aggregate rows() {
        return new Aggregate(Summary.ROWS, "*");
    }

    public static Aggregate mean(String column) {
        return new Aggregate(Summary.MEAN, column);
    }

    /** What the column of the results is called: {@code count(*)}, {@code mean(mass)}. */
    public String name() {
        return (summary == Summary.ROWS ? "count" : summary.toString().toLowerCase(Locale.ROOT)) + "(" + column + ")";
    }

    /**
     * Sums up.
     *
     * @param values (n) NaN where one is missing
     * @return in the unit of the values, or a number of values; NaN for the sum, mean, least and largest of nothing
     */
    public double of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        return switch (summary) {
            case ROWS -> values.length;
            case COUNT -> known.length;
            case SUM -> known.length == 0 ? Double.NaN : Arrays.stream(known).sum();
            case MEAN -> Arrays.stream(known).average().orElse(Double.NaN);
            case MIN -> Arrays.stream(known).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(known).max().orElse(Double.NaN);
        };
    }
}
