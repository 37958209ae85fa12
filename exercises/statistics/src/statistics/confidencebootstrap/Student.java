package statistics.confidencebootstrap;

import gradus.kit.Require;

/**
 * Quantiles of Student's t distribution with a whole number of degrees of freedom.
 *
 * <p>With {@code θ = atan(t / √degrees)} the probability of {@code |T| ≤ t} is a finite sum of powers of cos θ, all of
 * one sign.
 *
 * <p>Source: M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 1964, 26.7.3 and 26.7.4.
 */
final class Student {
    private Student() {}

    /**
     * The t with {@code P(T ≤ t) = p}.
     *
     * @param p in (0, 1)
     * @param degrees degrees of freedom, at least 1
     */
    static double quantile(double p, int degrees) {
        Require.that(p > 0 && p < 1, "p must be in (0, 1), but was %s", p);
        Require.that(degrees >= 1, "degrees must be >= 1, but was %d", degrees);
        if (p < 0.5) {
            return -quantile(1 - p, degrees);
        }
        double low = 0;
        double high = Math.PI / 2;
        double angle = high / 2;
        while (low < angle && angle < high) {
            if (within(angle, degrees) < 2 * p - 1) {
                low = angle;
            } else {
                high = angle;
            }
            angle = (low + high) / 2;
        }
        return Math.sqrt(degrees) * Math.tan(angle);
    }

    /** The probability of being between -t and t, for {@code t = √degrees · tan(angle)}. */
    private static double within(double angle, int degrees) {
        double cos = Math.cos(angle);
        boolean isOdd = degrees % 2 == 1;
        double term = isOdd ? cos : 1;
        double sum = 0;
        for (int k = isOdd ? 3 : 2; k <= degrees; k += 2) {
            sum += term;
            term *= (k - 1.0) / k * cos * cos;
        }
        double share = sum * Math.sin(angle);
        return isOdd ? 2 / Math.PI * (angle + share) : share;
    }
}
