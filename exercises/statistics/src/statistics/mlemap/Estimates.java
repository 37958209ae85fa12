package statistics.mlemap;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import probability.moments.Moments;

/**
 * Maximum likelihood: the parameter that makes the data most likely.
 *
 * <p>Source: L. Wasserman, <i>All of Statistics</i>, Springer 2004, §9.3; for Newton's method within bounds W. H. Press
 * et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §9.4.
 */
public final class Estimates {
    private static final int MAX_STEPS = 100;
    private static final double TOLERANCE = 1e-12;

    private Estimates() {}

    /**
     * The probability of an event.
     *
     * @param x (n) 1 where it happened, 0 where not; at least one
     */
    public static double bernoulli(double[] x) {
        Likelihood.requireData(x, "0 or 1", v -> v == 0 || v == 1);
        // begin solution: where the slope of the log-likelihood is 0
        return Moments.mean(x);
        // end solution
    }

    /**
     * The mean of counts.
     *
     * @param x (n) whole numbers from 0 on, at least one
     */
    public static double poisson(double[] x) {
        Likelihood.requireData(x, "whole and >= 0", Likelihood::isCount);
        // begin solution: where the slope of the log-likelihood is 0
        return Moments.mean(x);
        // end solution
    }

    /**
     * The rate of waiting times.
     *
     * @param x (n) above 0, in units of time; at least one
     */
    public static double exponential(double[] x) {
        Likelihood.requireData(x, "> 0", v -> v > 0);
        // begin solution: where n / rate - Σ xᵢ is 0
        return 1 / Moments.mean(x);
        // end solution
    }

    /**
     * Mean and standard deviation of normal numbers. The most likely variance is {@code Σ (xᵢ - mean)² / n}, a little
     * less than the sample variance.
     *
     * @param x (n) at least two, not all equal
     * @return mean, deviation
     */
    public static double[] normal(double[] x) {
        Likelihood.requireData(x, "finite", Double::isFinite);
        Require.that(Arrays.stream(x).distinct().count() > 1, "x must have 2 different entries, but has not");
        // begin solution: the variance of a population, by n
        return new double[] {Moments.mean(x), Math.sqrt(Moments.centralMoment(x, 2))};
        // end solution
    }

    /**
     * Where a function of one parameter has its maximum, by Newton's method within bounds: a step goes to where the
     * slope would be 0, if it went on as its own slope says. Each slope tells on which side the maximum is, which moves
     * one bound; a step that leaves the bounds becomes a step to the middle between them.
     *
     * @param slope of the function: above 0 left of the maximum, below 0 right of it
     * @param curvature the slope of the slope
     * @param low below the maximum; neither function is asked there
     * @param high above the maximum; neither function is asked there
     * @return with a relative error of about 1e-12
     */
    public static double newton(DoubleUnaryOperator slope, DoubleUnaryOperator curvature, double low, double high) {
        Require.that(low < high, "high must be > low, but low was %s and high was %s", low, high);
        // begin solution: from the middle, MAX_STEPS times at most: move a bound to x, go to x - slope /
        // curvature or to the middle; finished when |step| <= TOLERANCE · |x|
        double below = low;
        double above = high;
        double x = (low + high) / 2;
        for (int i = 0; i < MAX_STEPS; i++) {
            double rise = slope.applyAsDouble(x);
            if (rise > 0) {
                below = x;
            } else {
                above = x;
            }
            double step = -rise / curvature.applyAsDouble(x);
            if (Math.abs(step) <= TOLERANCE * Math.abs(x)) {
                return x + step;
            }
            boolean isInside = x + step > below && x + step < above;
            x = isInside ? x + step : (below + above) / 2;
        }
        return x;
        // end solution
    }

    /**
     * The mean of all Poisson counts, if only those above 0 were written down. Then {@code P(k)} is divided by {@code 1
     * - exp(-mean)}, the log-likelihood is {@code Σ xᵢ log mean - n mean - n log(1 - exp(-mean))} plus what does not
     * depend on the mean, and no formula gives its maximum.
     *
     * @param x (n) whole numbers from 1 on, at least one above 1
     * @return between 0 and the mean of x
     */
    public static double truncatedPoisson(double[] x) {
        Likelihood.requireData(x, "whole and >= 1", v -> v >= 1 && Likelihood.isCount(v));
        Require.that(Arrays.stream(x).max().orElse(0) > 1, "x must have an entry above 1, but has not");
        // begin solution: newton between 0 and the mean of x, with slope Σ xᵢ/m - n / (1 - exp(-m)) and its slope
        double mean = Moments.mean(x);
        DoubleUnaryOperator slope = m -> mean / m + 1 / Math.expm1(-m);
        DoubleUnaryOperator curvature = m -> -mean / (m * m) + Math.exp(-m) / Math.pow(Math.expm1(-m), 2);
        return newton(slope, curvature, 0, mean);
        // end solution
    }
}
