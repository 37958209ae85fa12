package linearalgebra.matrixmaps;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class MapsHiddenTest {
    /** Numbers up to 50, determinants of at least 1/2: within 1e-13. */
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("rotations keep lengths and angles; points are mapped one by one")
    void rotationsAreOrthogonal(RandomGenerator random) {
        double angle = random.nextDouble(-6, 6);
        double[][] R = requireShape("rotation", 2, 2, Maps.rotation(angle), "A matrix with 2 rows and 2 columns.");
        assertClose(
                "R · Rᵀ",
                Matrix.identity(2),
                Matrix.times(R, Matrix.transpose(R)),
                TOLERANCE,
                "Columns of length 1, perpendicular.");
        double[][] A = Matrix.gaussian(random, 2, 2);
        double[][] points = Matrix.gaussian(random, random.nextInt(1, 6), 2);
        double[][] expected = new double[points.length][];
        Arrays.setAll(expected, i -> Matrix.times(A, points[i]));
        assertClose("apply(A, points)", expected, Maps.apply(A, points), TOLERANCE, "A times each point.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a composed map takes points where its parts take them one after the other")
    void composedMaps(RandomGenerator random) {
        double[][] A = Matrix.gaussian(random, 2, 2);
        double[][] B = Matrix.gaussian(random, 2, 2);
        double[][] C = Matrix.gaussian(random, 2, 2);
        double[] p = {1, 2};
        double[] expected = Matrix.times(C, Matrix.times(B, Matrix.times(A, p)));
        double[][] all =
                requireShape("compose", 2, 2, Maps.compose(List.of(A, B, C)), "A matrix with 2 rows and 2 columns.");
        assertClose(
                "compose(A, B, C) · p",
                expected,
                Matrix.times(all, p),
                TOLERANCE,
                "C·B·A: the first map is next to the point.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("areas grow by the size of the determinant, and other axes do not change it")
    void areasAndBases(RandomGenerator random) {
        double[][] A = invertible(random);
        double[][] P = invertible(random);
        double[][] square = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        double[][] corners = Matrix.times(square, Matrix.transpose(A));
        assertClose(
                "determinant",
                area(corners),
                Maps.determinant(A),
                TOLERANCE,
                "The area of the mapped unit square, with its sign.");
        double[][] back = requireShape("inverse", 2, 2, Maps.inverse(A), "A matrix with 2 rows and 2 columns.");
        assertClose("A · inverse(A)", Matrix.identity(2), Matrix.times(A, back), TOLERANCE, "There and back.");
        double[][] other =
                requireShape("changeOfBasis", 2, 2, Maps.changeOfBasis(A, P), "A matrix with 2 rows and 2 columns.");
        assertClose("P · changeOfBasis(A, P)", Matrix.times(A, P), Matrix.times(P, other), TOLERANCE, "P·B = A·P.");
    }

    /** Half the sum of cross products of neighbouring corners: positive if they go around counter-clockwise. */
    private static double area(double[][] corners) {
        double sum = 0;
        for (int k = 0; k < corners.length; k++) {
            double[] p = corners[k];
            double[] q = corners[(k + 1) % corners.length];
            sum += p[0] * q[1] - p[1] * q[0];
        }
        return sum / 2;
    }

    /** A map with a determinant between 1/2 and 20 in size. */
    private static double[][] invertible(RandomGenerator random) {
        double s = random.nextDouble(1, 3);
        double t = random.nextDouble(0.5, 3) * (random.nextBoolean() ? 1 : -1);
        return Matrix.times(
                turn(random.nextDouble(6)),
                Matrix.times(new double[][] {{s, random.nextDouble(-2, 2)}, {0, t}}, turn(random.nextDouble(6))));
    }

    private static double[][] turn(double angle) {
        return new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a picture that is a slope becomes the slope of the map")
    void slopes(RandomGenerator random) {
        int height = random.nextInt(5, 10);
        int width = random.nextInt(5, 10);
        double[] slope = random.doubles(3, 1, 2).toArray();
        double[][] picture = slope(height, width, slope, Matrix.identity(2));
        // Twice as large at least, so that nothing comes from outside.
        double[][] A = Matrix.times(random.nextDouble(3, 4), turn(random.nextDouble(6)));
        double det = A[0][0] * A[1][1] - A[0][1] * A[1][0];
        double[][] back = {{A[1][1] / det, -A[0][1] / det}, {-A[1][0] / det, A[0][0] / det}};

        assertClose(
                "image of a slope, " + height + " x " + width,
                slope(height, width, slope, back),
                Warp.image(picture, A),
                TOLERANCE,
                "Means of four are exact for slopes. Use the inverse map, the middle of the picture, and y upwards.");
    }

    /** Shades a + b·x + c·y of the point to which a map takes each pixel. */
    private static double[][] slope(int height, int width, double[] abc, double[][] map) {
        double[][] picture = new double[height][width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                double[] from = Matrix.times(map, new double[] {j - (width - 1) / 2.0, (height - 1) / 2.0 - i});
                picture[i][j] = abc[0] + abc[1] * from[0] + abc[2] * from[1];
            }
        }
        return picture;
    }
}
