package probability.distributionssampling;

/**
 * What one can ask a distribution.
 *
 * <p>Source: L. Devroye, <i>Non-Uniform Random Variate Generation</i>, Springer 1986, §2.2.
 */
public interface Distribution {
    /** The density at x; of a distribution on whole numbers the probability of x itself, and 0 between them. */
    double density(double x);

    /** The probability of being at most x. */
    double cumulative(double x);

    /**
     * The smallest x with {@code cumulative(x) >= p}.
     *
     * @param p in (0, 1)
     */
    double quantile(double p);

    /**
     * Draws, by inverse transform: each uniform number u becomes {@code quantile(u)}.
     *
     * @param uniforms (n) in (0, 1)
     * @return (n)
     */
    double[] sample(double[] uniforms);
}
