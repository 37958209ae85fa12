package probability.randomnumbers;

import gradus.kit.Require;
import java.util.function.IntUnaryOperator;

/**
 * From uniform numbers to others. What is uniform is handed in, so nothing here is random.
 *
 * <p>Source: L. Devroye, <i>Non-Uniform Random Variate Generation</i>, Springer 1986, §2.2; G. E. P. Box and M. E.
 * Muller, <i>A Note on the Generation of Random Normal Deviates</i>, Annals of Mathematical Statistics 29, 1958; D. E.
 * Knuth, <i>The Art of Computer Programming</i>, vol. 2, 3rd ed., Addison-Wesley 1997, §3.4.2 (algorithm P).
 */
public final class Draws {
    private Draws() {}

    /**
     * A waiting time, by inverse transform: the x with {@code 1 - exp(-rate · x) = uniform}.
     *
     * <p>{@code Math.log1p} keeps the digits of short times, which {@code 1 - uniform} would round away.
     *
     * @param uniform in [0, 1)
     * @param rate events per unit of time, above 0
     * @return at least 0
     */
    public static double exponential(double uniform, double rate) {
        requireUniform(uniform);
        Require.positive("rate", rate);
        // begin solution: solve for x: -log(1 - uniform) / rate
        return -Math.log1p(-uniform) / rate;
        // end solution
    }

    /**
     * One of several cases, by inverse transform: the first k with {@code uniform < p₀ + … + pₖ}.
     *
     * @param uniform in [0, 1)
     * @param probabilities (K) at least 0, with sum 1 but for rounding
     * @return k with a probability above 0; where rounding leaves the sum below uniform, the last such k
     */
    public static int category(double uniform, double[] probabilities) {
        requireUniform(uniform);
        Require.that(probabilities.length > 0, "probabilities must have at least 1 entry, but is empty");
        // begin solution: add up until the sum is above uniform; remember the last case that is possible
        double sum = 0;
        int last = 0;
        for (int k = 0; k < probabilities.length; k++) {
            sum += probabilities[k];
            if (uniform < sum) {
                return k;
            }
            last = probabilities[k] > 0 ? k : last;
        }
        return last;
        // end solution
    }

    /**
     * Two independent standard normal numbers from two uniform ones, as a point of the plane: at angle {@code 2π u₁}
     * and distance {@code √(-2 log(1 - u₀))}, the square of which is exponential.
     *
     * @param uniforms (even n) in [0, 1); each pair makes a pair
     * @return (n) of each pair first distance times cosine, then distance times sine
     */
    public static double[] normals(double[] uniforms) {
        Require.that(uniforms.length % 2 == 0, "uniforms must come in pairs, but are %d", uniforms.length);
        for (double uniform : uniforms) {
            requireUniform(uniform);
        }
        // begin solution: for each pair the distance and the angle; then its two coordinates
        double[] normals = new double[uniforms.length];
        for (int i = 0; i < uniforms.length; i += 2) {
            double distance = Math.sqrt(2 * exponential(uniforms[i], 1));
            double angle = 2 * Math.PI * uniforms[i + 1];
            normals[i] = distance * Math.cos(angle);
            normals[i + 1] = distance * Math.sin(angle);
        }
        return normals;
        // end solution
    }

    /**
     * All numbers from 0 to n - 1 in random order, each order with the same probability: by Fisher and Yates. The place
     * at the end gets any of the numbers, the place before it any of those left, and so on.
     *
     * @param n at least 1
     * @param below draws: {@code below.applyAsInt(k)}, for k in [1, n], is one of 0, …, k - 1, each with the same
     *     probability
     * @return (n)
     */
    public static int[] shuffled(int n, IntUnaryOperator below) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: from the last place down to the second: exchange it with one of the places up to itself
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below.applyAsInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
        // end solution
    }

    private static void requireUniform(double uniform) {
        Require.that(uniform >= 0 && uniform < 1, "uniform must be in [0, 1), but was %s", uniform);
    }
}
