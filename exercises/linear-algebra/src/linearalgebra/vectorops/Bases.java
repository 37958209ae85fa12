package linearalgebra.vectorops;

import gradus.kit.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Orthonormal bases: what vectors span, and whether they are independent.
 *
 * <p>What others leave of a vector is taken in two passes. One pass leaves round-off of the size of the vector, which
 * is much if little of it is left; the second removes that, and a third would change nothing ("twice is enough").
 *
 * <p>With round-off, "is it 0?" becomes "is it small beside the vector that it is left of?". So the answers of
 * {@link #isLinearlyIndependent} and {@link #inSpan} hold up to a relative error of {@link #TOLERANCE}, and do not
 * depend on the unit.
 *
 * <p>Source: L. Giraud, J. Langou and M. Rozložník, <i>The loss of orthogonality in the Gram-Schmidt orthogonalization
 * process</i>, Computers and Mathematics with Applications 50 (2005), §3 and §4; G. Strang, <i>Introduction to Linear
 * Algebra</i>, 6th ed., Wellesley-Cambridge 2023, §4.4.
 */
public final class Bases {
    /** A vector of which others leave no more than this share counts as a combination of them. */
    public static final double TOLERANCE = 1e-10;

    private Bases() {}

    /**
     * What an orthonormal basis leaves of a vector: v without its projections on each vector of the basis.
     *
     * @param v (n) not modified
     * @param basis (nBasis, n) orthonormal, may be empty
     * @return (n) perpendicular to the basis
     * @throws IllegalArgumentException if a vector of the basis does not have n entries
     */
    public static double[] residual(double[] v, double[][] basis) {
        for (double[] q : basis) {
            Require.length("each vector of the basis", q, v.length);
        }
        // begin solution: twice: for each q of the basis, subtract (left · q) q from what is left
        double[] left = v.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] q : basis) {
                double along = Vectors.dot(left, q);
                for (int j = 0; j < left.length; j++) {
                    left[j] -= along * q[j];
                }
            }
        }
        return left;
        // end solution
    }

    /**
     * An orthonormal basis of what vectors span, by the method of Gram and Schmidt: each vector in turn adds the
     * direction of its {@link #residual}, unless that is at most {@link #TOLERANCE} times as long as the vector.
     *
     * @param vectors (nVectors, n) finite numbers; not modified
     * @return (rank, n) orthonormal rows; the first k vectors span the same as the rows they gave
     * @throws IllegalArgumentException if vectors is empty, ragged or not finite
     */
    public static double[][] gramSchmidt(double[][] vectors) {
        Require.finite("vectors", vectors);
        // begin solution: for each vector take what the basis so far leaves of it, and add its unit vector if it is
        // long enough
        List<double[]> basis = new ArrayList<>();
        for (double[] v : vectors) {
            double[] left = residual(v, basis.toArray(double[][]::new));
            if (Vectors.length(left) > TOLERANCE * Vectors.length(v)) {
                basis.add(Vectors.unit(left));
            }
        }
        return basis.toArray(double[][]::new);
        // end solution
    }

    /**
     * Whether no vector is a combination of the others.
     *
     * @param vectors (nVectors, n) finite numbers
     * @throws IllegalArgumentException if vectors is empty, ragged or not finite
     */
    public static boolean isLinearlyIndependent(double[][] vectors) {
        // begin solution: every vector has added one to the basis
        return gramSchmidt(vectors).length == vectors.length;
        // end solution
    }

    /**
     * Whether v is a combination of vectors: they leave at most {@link #TOLERANCE} of its length. That holds for 0.
     *
     * @param v (n)
     * @param vectors (nVectors, n) finite numbers
     * @throws IllegalArgumentException if vectors is empty, ragged or not finite, or v does not have n entries
     */
    public static boolean inSpan(double[] v, double[][] vectors) {
        Require.finite("vectors", vectors);
        Require.length("v", v, vectors[0].length);
        // begin solution: the length of what their basis leaves of v, beside the length of v
        return Vectors.length(residual(v, gramSchmidt(vectors))) <= TOLERANCE * Vectors.length(v);
        // end solution
    }
}
