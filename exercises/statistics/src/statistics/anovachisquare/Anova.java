package statistics.anovachisquare;

import gradus.kit.Require;
import java.util.Arrays;
import probability.moments.Moments;

/**
 * One-way analysis of variance: do groups have the same mean?
 *
 * <p>Squares of distances from the mean of all are split in two: of the groups' means from it, and of the numbers from
 * their group's mean.
 *
 * <p>Source: R. A. Fisher, <i>Statistical Methods for Research Workers</i>, Oliver and Boyd 1925, §40 to §42.
 *
 * @param betweenSquares sum of squares between groups, in squared units of the data
 * @param withinSquares sum of squares within groups, above 0, in squared units of the data
 * @param betweenDegrees the number of groups - 1
 * @param withinDegrees the number of data - the number of groups
 */
public record Anova(double betweenSquares, double withinSquares, int betweenDegrees, int withinDegrees) {
    public Anova {
        Require.positive("withinSquares", withinSquares);
        Require.that(betweenDegrees >= 1, "betweenDegrees must be >= 1, but was %d", betweenDegrees);
        Require.that(withinDegrees >= 1, "withinDegrees must be >= 1, but was %d", withinDegrees);
    }

    /**
     * Splits the squares.
     *
     * @param groups (nGroups, any) at least two groups of at least one number, in one of them two different numbers
     */
    public static Anova of(double[][] groups) {
        requireGroups(groups);
        // begin solution: the mean of all numbers; for each group n times the squared distance of its mean from that,
        // and n times its central moment of order 2
        double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        double mean = Moments.mean(all);
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            double distance = Moments.mean(group) - mean;
            between += group.length * distance * distance;
            within += group.length * Moments.centralMoment(group, 2);
        }
        return new Anova(between, within, groups.length - 1, all.length - groups.length);
        // end solution
    }

    /** F: the variance estimated between groups, by that within groups; each is squares by degrees of freedom. */
    public double statistic() {
        // begin solution: as above
        return betweenSquares / betweenDegrees / (withinSquares / withinDegrees);
        // end solution
    }

    /** The probability of an F at least as large, if all numbers come from one normal distribution. */
    public double pValue() {
        // begin solution: ask FDistribution
        return new FDistribution(betweenDegrees, withinDegrees).upper(statistic());
        // end solution
    }

    /** The share of all squares that is between groups, in [0, 1]. */
    public double explainedShare() {
        // begin solution: between by both together
        return betweenSquares / (betweenSquares + withinSquares);
        // end solution
    }

    private static void requireGroups(double[][] groups) {
        Require.that(groups.length >= 2, "groups must have at least 2 groups, but has %d", groups.length);
        for (double[] group : groups) {
            Require.that(group.length > 0, "groups must not have an empty group");
            Require.finite("groups", new double[][] {group});
        }
        Require.that(
                Arrays.stream(groups)
                        .anyMatch(group -> Arrays.stream(group).distinct().count() > 1),
                "groups must vary within a group, but none does");
    }
}
