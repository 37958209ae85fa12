package decompositions.eigensolvers;

import gradus.kit.Changed;

/**
 * A turn in a plane, {@code [[cosine, sine], [-sine, cosine]]}.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §8.5.2.
 */
public record Rotation(double cosine, double sine) {

    /**
     * The turn J for which {@code Jᵀ · [[pp, pq], [pq, qq]] · J} has 0 beside the diagonal.
     *
     * <p>With {@code tau = (qq - pp) / (2·pq)} the tangent t of its angle solves {@code t² + 2·tau·t - 1 = 0}. The
     * smaller of the two solutions turns by at most 45°, so that entries that are small already stay small. It is
     * {@code sign(tau) / (|tau| + sqrt(1 + tau²))}; written as a difference it would cancel where tau is large.
     *
     * @param pp first entry of the diagonal
     * @param pq the entry beside it; if it is 0, nothing is turned
     * @param qq second entry of the diagonal
     */
    public static Rotation zeroing(double pp, double pq, double qq) {
        if (pq == 0) {
            return new Rotation(1, 0);
        }
        double tau = (qq - pp) / (2 * pq);
        double t = 1 / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        if (tau < 0) {
            t = -t;
        }
        double c = 1 / Math.sqrt(1 + t * t);
        double s = c * t;
        return new Rotation(c, s);
    }

    /**
     * Turns two vectors: each pair of entries {@code (a, b)} becomes {@code (cosine·a - sine·b, sine·a + cosine·b)}. It
     * is given.
     *
     * @param a (n) changed in place
     * @param b (n) changed in place
     */
    public void turn(@Changed double[] a, @Changed double[] b) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            a[i] = cosine * x - sine * b[i];
            b[i] = sine * x + cosine * b[i];
        }
    }
}
