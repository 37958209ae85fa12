package arraysandtables.plotkit;

import java.util.Arrays;

/**
 * What a box plot shows: five numbers, two whiskers, and what lies beyond them. All in the unit of the values.
 *
 * <p>Source: J. W. Tukey, <i>Exploratory Data Analysis</i>, Addison-Wesley 1977, chapter 2; quartiles by definition 7
 * of Hyndman and Fan.
 *
 * @param lowerQuartile a quarter of the values is below
 * @param upperQuartile a quarter of the values is above
 * @param lowerWhisker the smallest value that is at most 1.5 box lengths below the box
 * @param upperWhisker the largest value that is at most 1.5 box lengths above the box
 * @param outliers values beyond the whiskers, rising
 */
public record Box(
        double min,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double max,
        double lowerWhisker,
        double upperWhisker,
        double[] outliers) {
    private static final double REACH = 1.5;

    /**
     * The box of some values.
     *
     * @param values (n) with n of 1 or more; not modified
     */
    public static Box of(double[] values) {
        Stats.requireValues(values, 1);
        // begin solution: five quantiles; whiskers end at values within REACH box lengths; what is left are outliers
        double lower = Stats.quantile(values, 0.25);
        double upper = Stats.quantile(values, 0.75);
        double reach = REACH * (upper - lower);
        double[] inside = Arrays.stream(values)
                .filter(value -> value >= lower - reach && value <= upper + reach)
                .sorted()
                .toArray();
        double[] outliers = Arrays.stream(values)
                .filter(value -> value < lower - reach || value > upper + reach)
                .sorted()
                .toArray();
        return new Box(
                Stats.quantile(values, 0),
                lower,
                Stats.quantile(values, 0.5),
                upper,
                Stats.quantile(values, 1),
                inside[0],
                inside[inside.length - 1],
                outliers);
        // end solution
    }
}
