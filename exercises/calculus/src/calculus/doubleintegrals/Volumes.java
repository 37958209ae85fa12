package calculus.doubleintegrals;

import calculus.numericalintegration.Integrals;
import calculus.numericalintegration.Rule;
import gradus.kit.Require;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Integrals of functions of several numbers: by rules within rules where there are two, by chance where there are many.
 *
 * <p>A rule with n nodes for each of d numbers takes nᵈ evaluations. Chance takes as many as one likes, and is off by
 * about the volume times the standard deviation of f over the root of their number, in any dimension.
 *
 * <p>Source: W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §4.8 and §7.7.
 */
public final class Volumes {
    private Volumes() {}

    /**
     * An integral by chance.
     *
     * @param value the best guess
     * @param standardError how far off such guesses are, as a standard deviation
     */
    public record Estimate(double value, double standardError) {}

    /**
     * The integral of f over a rectangle: one integral inside of another.
     *
     * @param rule for each direction
     * @param fromX left side; the rectangle goes to toX, and from fromY to toY
     */
    public static double rectangle(
            DoubleBinaryOperator f, Rule rule, double fromX, double toX, double fromY, double toY) {
        // begin solution: the integral over x of the integral over y
        return rule.integrate(x -> rule.integrate(y -> f.applyAsDouble(x, y), fromY, toY), fromX, toX);
        // end solution
    }

    /**
     * The integral of f over a region between two curves.
     *
     * @param rule for each direction
     * @param fromX left end; the region goes to toX
     * @param bottom where it begins in y, for each x
     * @param top where it ends in y, for each x
     */
    public static double between(
            DoubleBinaryOperator f,
            Rule rule,
            double fromX,
            double toX,
            DoubleUnaryOperator bottom,
            DoubleUnaryOperator top) {
        // begin solution: the same, where the ends of the inner integral depend on x
        return rule.integrate(
                x -> rule.integrate(y -> f.applyAsDouble(x, y), bottom.applyAsDouble(x), top.applyAsDouble(x)),
                fromX,
                toX);
        // end solution
    }

    /**
     * The integral of f over a disc around the origin, in polar coordinates: {@code x = r cos φ}, {@code y = r sin φ},
     * and a small piece of the disc has the area {@code r · dr · dφ}.
     *
     * @param rule for r
     * @param radius above 0
     * @param nAngles intervals of trapezoids for φ, from 0 to 2π; f repeats there, which makes them very exact
     */
    public static double disc(DoubleBinaryOperator f, Rule rule, double radius, int nAngles) {
        Require.positive("radius", radius);
        // begin solution: over r from 0 to radius, of r times Integrals.trapezoid over φ
        return rule.integrate(
                r -> r
                        * Integrals.trapezoid(
                                angle -> f.applyAsDouble(r * Math.cos(angle), r * Math.sin(angle)),
                                0,
                                2 * Math.PI,
                                nAngles),
                0,
                radius);
        // end solution
    }

    /**
     * The integral of f over a box, by values at random points: their mean times the volume of the box.
     *
     * @param f (n) to a number
     * @param from (n) lower ends
     * @param to (n) upper ends, above the lower ones
     * @param nPoints at least 2
     * @param seed the same seed gives the same points
     */
    public static Estimate monteCarlo(
            ToDoubleFunction<double[]> f, double[] from, double[] to, int nPoints, long seed) {
        Require.length("to", to, from.length);
        Require.that(nPoints >= 2, "nPoints must be >= 2, but was %d", nPoints);
        SplittableRandom random = new SplittableRandom(seed);
        // begin solution: mean and variance of f at uniform points; then volume · mean, and volume · √(variance /
        // nPoints)
        double volume = 1;
        for (int j = 0; j < from.length; j++) {
            volume *= to[j] - from[j];
        }
        double mean = 0;
        double squares = 0;
        for (int i = 1; i <= nPoints; i++) {
            double[] point = new double[from.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = from[j] + (to[j] - from[j]) * random.nextDouble();
            }
            double value = f.applyAsDouble(point);
            double step = value - mean;
            mean += step / i;
            squares += step * (value - mean);
        }
        double variance = squares / (nPoints - 1);
        return new Estimate(volume * mean, volume * Math.sqrt(variance / nPoints));
        // end solution
    }
}
