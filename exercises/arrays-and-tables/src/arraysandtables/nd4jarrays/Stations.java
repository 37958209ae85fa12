package arraysandtables.nd4jarrays;

import gradus.kit.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Work on many points at once with ND4J, without a loop.
 *
 * <p>An {@link INDArray} is what an {@code NdArray} is: numbers, a shape and strides. Its numbers lie outside of Java's
 * heap, where compiled loops run over them, and stay there until it is closed or the garbage collector happens to come
 * by. So arrays that are large, or many, are opened in {@code try (…)}. Views have nothing of their own to close.
 *
 * <p>Source: the ND4J documentation of Deeplearning4j 1.0.0-M2.1, <i>NDArray basics</i>, <i>Matrix manipulation</i>.
 */
public final class Stations {
    private Stations() {}

    /**
     * Every so many rows and columns of a picture, seen through a view.
     *
     * @param picture (nRows, nColumns) not modified
     * @param step in [1, min(nRows, nColumns)]; row and column 0 are always there
     * @return (⌈nRows / step⌉, ⌈nColumns / step⌉)
     */
    public static double[][] thinned(double[][] picture, int step) {
        Require.matrix("picture", picture);
        Require.between("step", step, 1, Math.min(picture.length, picture[0].length));
        // begin solution: create an array, get two intervals of it, and turn what they show into Java's arrays
        try (INDArray all = Nd4j.create(picture)) {
            return all.get(
                            NDArrayIndex.interval(0, step, picture.length),
                            NDArrayIndex.interval(0, step, picture[0].length))
                    .toDoubleMatrix();
        }
        // end solution
    }

    /**
     * Elements in row-major order, laid out in rows and then transposed.
     *
     * @param elements (nRows · nColumns) not modified
     * @return (nColumns, nRows)
     */
    public static double[][] transposed(double[] elements, int nRows, int nColumns) {
        Require.length("elements", elements, nRows * nColumns);
        // begin solution: create, reshape, transpose
        try (INDArray row = Nd4j.create(elements)) {
            return row.reshape(nRows, nColumns).transpose().toDoubleMatrix();
        }
        // end solution
    }

    /**
     * Takes the mean off one column, and leaves the others as they are.
     *
     * @param X (nSamples, nFeatures) not modified
     * @param column in [0, nFeatures)
     * @return (nSamples, nFeatures)
     */
    public static double[][] withCentredColumn(double[][] X, int column) {
        Require.matrix("X", X);
        Require.between("column", column, 0, X[0].length - 1);
        // begin solution: change the column in place, through a view
        try (INDArray all = Nd4j.create(X)) {
            INDArray view = all.getColumn(column);
            view.subi(view.meanNumber());
            return all.toDoubleMatrix();
        }
        // end solution
    }

    /**
     * The distance of every point from every station, by broadcasting {@code (nPoints, 1, n)} against {@code (1,
     * nStations, n)}.
     *
     * @param points (nPoints, n)
     * @param stations (nStations, n) in the unit of the points
     * @return (nPoints, nStations) in that unit
     */
    public static double[][] distances(double[][] points, double[][] stations) {
        requireSpace(points, stations);
        // begin solution: reshape both so that they broadcast, subtract, square, sum over the last axis, take roots
        int n = points[0].length;
        try (INDArray from = Nd4j.create(points);
                INDArray to = Nd4j.create(stations);
                INDArray differences = from.reshape(points.length, 1, n).sub(to.reshape(1, stations.length, n));
                INDArray squares = differences.mul(differences);
                INDArray sums = squares.sum(2)) {
            return Transforms.sqrt(sums, false).toDoubleMatrix();
        }
        // end solution
    }

    /**
     * The nearest station of every point; of several equally near ones the first.
     *
     * @param points (nPoints, n)
     * @param stations (nStations, n) in the unit of the points
     * @return (nPoints) indices of stations
     */
    public static int[] nearest(double[][] points, double[][] stations) {
        requireSpace(points, stations);
        // begin solution: the index of the smallest distance in each row
        try (INDArray distances = Nd4j.create(distances(points, stations));
                INDArray smallest = Nd4j.argMin(distances, 1)) {
            return smallest.toIntVector();
        }
        // end solution
    }

    /**
     * The matrix products of two batches, pair by pair.
     *
     * @param A (nPairs, n, m)
     * @param B (nPairs, m, p)
     * @return (nPairs, n, p)
     */
    public static double[][][] products(double[][][] A, double[][][] B) {
        Require.that(A.length == B.length && A.length > 0, "A and B must have as many matrices, at least 1");
        // begin solution: one call multiplies them all; then take matrix after matrix out of the result
        try (INDArray left = Nd4j.create(A);
                INDArray right = Nd4j.create(B);
                INDArray all = Nd4j.matmul(left, right)) {
            double[][][] products = new double[A.length][][];
            for (int pair = 0; pair < A.length; pair++) {
                products[pair] = all.slice(pair).toDoubleMatrix();
            }
            return products;
        }
        // end solution
    }

    /**
     * Random points of the standard normal distribution. The same seed gives the same points.
     *
     * @return (nPoints, n)
     */
    public static double[][] randomPoints(long seed, int nPoints, int n) {
        // begin solution: give ND4J's generator the seed, then draw doubles
        Nd4j.getRandom().setSeed(seed);
        try (INDArray points = Nd4j.randn(DataType.DOUBLE, nPoints, n)) {
            return points.toDoubleMatrix();
        }
        // end solution
    }

    private static void requireSpace(double[][] points, double[][] stations) {
        Require.matrix("points", points);
        Require.columns("stations", stations, points[0].length);
    }
}
