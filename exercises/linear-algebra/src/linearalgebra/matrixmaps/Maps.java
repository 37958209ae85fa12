package linearalgebra.matrixmaps;

import gradus.kit.Require;
import java.util.List;
import linearalgebra.matrixproducts.Products;

/**
 * Linear maps of the plane as matrices: column j is where the map takes axis j.
 *
 * <p>Source: G. Strang, <i>Introduction to Linear Algebra</i>, 6th ed., Wellesley-Cambridge 2023, §5.3 and §8.1 to
 * §8.3.
 */
public final class Maps {
    private Maps() {}

    /**
     * Turns the plane around the origin, counter-clockwise.
     *
     * @param angle in radians
     * @return (2, 2)
     */
    public static double[][] rotation(double angle) {
        // begin solution: where do (1, 0) and (0, 1) go? These are the columns
        return new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
        // end solution
    }

    /**
     * Stretches along the axes; a negative factor mirrors.
     *
     * @param x factor along the first axis
     * @param y factor along the second axis
     * @return (2, 2) diagonal
     */
    public static double[][] scaling(double x, double y) {
        // begin solution: the factors on the diagonal
        return new double[][] {{x, 0}, {0, y}};
        // end solution
    }

    /**
     * Moves every point to the right by a multiple of its height: a square becomes a parallelogram.
     *
     * @param factor to the right for each unit of height
     * @return (2, 2)
     */
    public static double[][] shear(double factor) {
        // begin solution: (1, 0) stays where it is, (0, 1) goes to (factor, 1)
        return new double[][] {{1, factor}, {0, 1}};
        // end solution
    }

    /**
     * Applies a map to points. They are rows here, so what is {@code A·p} for one is {@code points·Aᵀ} for all.
     *
     * @param A (2, 2)
     * @param points (nPoints, 2) x and y
     * @return (nPoints, 2)
     * @throws IllegalArgumentException if A is not (2, 2), or points does not have 2 columns
     */
    public static double[][] apply(double[][] A, double[][] points) {
        requirePlane("A", A);
        Require.columns("points", points, 2);
        // begin solution: multiply the points with the transpose of A
        return Products.naive(points, Products.transpose(A));
        // end solution
    }

    /**
     * One map for several, one after the other: of A, then B, then C it is {@code C·B·A}, because the one nearest to
     * the point comes first.
     *
     * @param maps (2, 2) each, in the order in which they are applied; at least one
     * @return (2, 2)
     * @throws IllegalArgumentException if maps is empty, or one of them is not (2, 2)
     */
    public static double[][] compose(List<double[][]> maps) {
        Require.that(!maps.isEmpty(), "maps must hold at least 1 matrix, but is empty");
        maps.forEach(map -> requirePlane("each map", map));
        // begin solution: start with the first map, and multiply from the left with each of the others
        double[][] all = maps.get(0);
        for (double[][] next : maps.subList(1, maps.size())) {
            all = Products.naive(next, all);
        }
        return all;
        // end solution
    }

    /**
     * The determinant: how many times as large areas become, with a minus if the plane is turned over.
     *
     * @param A (2, 2)
     * @throws IllegalArgumentException if A is not (2, 2)
     */
    public static double determinant(double[][] A) {
        requirePlane("A", A);
        // begin solution: the product of the diagonal less the product of the others
        return A[0][0] * A[1][1] - A[0][1] * A[1][0];
        // end solution
    }

    /**
     * The map that undoes A: the entries of the diagonal change places, the others their signs, and all are divided by
     * the determinant.
     *
     * @param A (2, 2)
     * @return (2, 2)
     * @throws IllegalArgumentException if A is not (2, 2), or its determinant is 0: who has flattened the plane can't
     *     undo it
     */
    public static double[][] inverse(double[][] A) {
        double d = determinant(A);
        Require.that(d != 0, "A must have a determinant other than 0, but it is 0");
        // begin solution: the formula
        return new double[][] {{A[1][1] / d, -A[0][1] / d}, {-A[1][0] / d, A[0][0] / d}};
        // end solution
    }

    /**
     * The same map for somebody who uses other axes: {@code P⁻¹·A·P}. P takes new coordinates to the old ones, A works
     * there, and {@code P⁻¹} goes back.
     *
     * @param A (2, 2) the map in the old coordinates
     * @param basis (2, 2) P: its columns are the new axes in the old coordinates
     * @return (2, 2) the map in the new coordinates
     * @throws IllegalArgumentException if A or basis is not (2, 2), or the new axes are parallel
     */
    public static double[][] changeOfBasis(double[][] A, double[][] basis) {
        requirePlane("A", A);
        requirePlane("basis", basis);
        // begin solution: to the old coordinates, the map, and back
        return compose(List.of(basis, A, inverse(basis)));
        // end solution
    }

    private static void requirePlane(String name, double[][] A) {
        Require.columns(name, A, 2);
        Require.that(A.length == 2, "%s must have 2 rows, but has %d", name, A.length);
    }
}
