package statistics.mlemap;

/**
 * What one believes of a parameter, as a distribution: before the data (prior) or after them (posterior). Those here
 * stay of their kind when data come in (they are <i>conjugate</i> to the likelihood): each datum changes two numbers.
 *
 * <p>Source: A. Gelman et al., <i>Bayesian Data Analysis</i>, 3rd ed., CRC 2013, §2.4 to §2.6.
 */
public interface Belief {
    /** The mean of the parameter. */
    double mean();

    /** Where the density is largest: of a posterior it is the maximum a posteriori, MAP. */
    double mode();

    /** The standard deviation of the parameter. */
    double deviation();

    /** The logarithm of the density at a parameter, without the constant that makes the area 1. */
    double logDensity(double parameter);
}
