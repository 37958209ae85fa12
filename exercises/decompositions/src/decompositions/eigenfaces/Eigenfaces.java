package decompositions.eigenfaces;

import decompositions.eigenpowers.Powers;
import decompositions.eigensolvers.Eigen;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

/**
 * Faces as points in the space of their principal components, and the nearest one that is known.
 *
 * <p>With A the centred pictures, the components are eigenvectors of {@code Aᵀ·A}, which has a row for each pixel. But
 * {@code A·Aᵀ}, which has one for each picture, has the same eigenvalues: if {@code A·Aᵀ·u = λ·u}, then {@code Aᵀ·u} is
 * an eigenvector of {@code Aᵀ·A}, and its length is √λ.
 *
 * <p>Source: M. Turk and A. Pentland, <i>Eigenfaces for Recognition</i>, Journal of Cognitive Neuroscience 3 (1991).
 *
 * @param mean (nPixels) the average of the known pictures
 * @param faces (nComponents, nPixels) orthonormal rows, largest variance first; signs are arbitrary
 * @param scores (nKnown, nComponents) of the known pictures
 * @param people (nKnown) whose picture each is
 */
public record Eigenfaces(double[] mean, double[][] faces, double[][] scores, int[] people) {

    /**
     * Learns eigenfaces.
     *
     * @param X (nKnown, nPixels) pictures, one in each row; not modified
     * @param people (nKnown) whose picture each is
     * @param nComponents in [1, nKnown - 1]
     * @throws IllegalArgumentException if X has fewer than 2 pictures, is ragged or not finite; if people has another
     *     length, nComponents is out of range, or the pictures do not vary in so many directions
     */
    public static Eigenfaces fit(double[][] X, int[] people, int nComponents) {
        Require.finite("X", X);
        Require.that(X.length >= 2, "X must have at least 2 pictures, but has %d", X.length);
        Require.that(people.length == X.length, "people must have %d entries, but has %d", X.length, people.length);
        Require.between("nComponents", nComponents, 1, X.length - 1);
        double[] mean = Matrix.columnMeans(X);
        double[][] A = Matrix.minusRow(X, mean);
        Eigen eigen = Eigen.jacobi(Matrix.times(A, Matrix.transpose(A)));
        requireVariance(Powers.withoutRoundOff(eigen.values()), nComponents);
        // begin solution: for each of the first nComponents eigenvectors u, the face Aᵀ·u divided by the root of its
        // eigenvalue; then the scores of A
        double[][] faces = new double[nComponents][];
        double[][] vectors = Matrix.transpose(eigen.vectors());
        for (int k = 0; k < nComponents; k++) {
            double[] face = Matrix.times(Matrix.transpose(A), vectors[k]);
            faces[k] = Matrix.times(1 / Math.sqrt(eigen.values()[k]), new double[][] {face})[0];
        }
        return new Eigenfaces(mean, faces, Matrix.times(A, Matrix.transpose(faces)), people);
        // end solution
    }

    /**
     * Projects pictures on the eigenfaces.
     *
     * @param X (n, nPixels)
     * @return (n, nComponents)
     * @throws IllegalArgumentException if X does not have nPixels columns
     */
    public double[][] transform(double[][] X) {
        Require.columns("X", X, mean.length);
        // begin solution: centre with the mean of the known pictures, and multiply
        return Matrix.times(Matrix.minusRow(X, mean), Matrix.transpose(faces));
        // end solution
    }

    /**
     * How far pictures are from all that eigenfaces can draw: the length of what is left when a picture's projection is
     * taken away. A picture of something else is far.
     *
     * @param X (n, nPixels)
     * @return (n) in units of X
     * @throws IllegalArgumentException if X does not have nPixels columns
     */
    public double[] distanceFromFaces(double[][] X) {
        Require.columns("X", X, mean.length);
        // begin solution: the length of each row of X - (scores · faces + mean)
        double[][] drawn = Matrix.plusRow(Matrix.times(transform(X), faces), mean);
        double[] distances = new double[X.length];
        for (int i = 0; i < X.length; i++) {
            distances[i] = Matrix.norm(Matrix.plus(X[i], -1, drawn[i]));
        }
        return distances;
        // end solution
    }

    /**
     * Which known picture is nearest to each, by the distance of their scores.
     *
     * @param X (n, nPixels)
     * @return (n) index of a known picture, the first if several are equally near
     * @throws IllegalArgumentException if X does not have nPixels columns
     */
    public int[] nearest(double[][] X) {
        Require.columns("X", X, mean.length);
        // begin solution: for each row of scores the known row at the smallest distance
        double[][] found = transform(X);
        int[] nearest = new int[X.length];
        for (int i = 0; i < X.length; i++) {
            double smallest = Double.POSITIVE_INFINITY;
            for (int known = 0; known < scores.length; known++) {
                double distance = Matrix.norm(Matrix.plus(found[i], -1, scores[known]));
                if (distance < smallest) {
                    smallest = distance;
                    nearest[i] = known;
                }
            }
        }
        return nearest;
        // end solution
    }

    /**
     * Whose face each is: the person of the nearest known picture.
     *
     * @param X (n, nPixels)
     * @return (n) people
     * @throws IllegalArgumentException if X does not have nPixels columns
     */
    public int[] recognise(double[][] X) {
        // begin solution: people of the nearest
        return Arrays.stream(nearest(X)).map(known -> people[known]).toArray();
        // end solution
    }

    private static void requireVariance(double[] values, int nComponents) {
        Require.that(values[nComponents - 1] > 0, "X must vary in %d directions, but does not in so many", nComponents);
    }
}
