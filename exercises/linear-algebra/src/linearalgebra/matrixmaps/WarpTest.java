package linearalgebra.matrixmaps;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WarpTest {
    /** Means of four numbers up to 10. */
    private static final double TOLERANCE = 1e-12;

    private static final double[][] PICTURE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("sample takes the mean of four pixels, each by how near it is")
    void sampleByHand() {
        double[][] four = {{0, 1}, {2, 5}};
        assertClose(
                "sample({{0, 1}, {2, 5}}, 0.25, 0.5)",
                1.25,
                Warp.sample(four, 0.25, 0.5),
                TOLERANCE,
                "The upper row is 0.5 there and the lower 3.5; the upper one counts 3/4.");
        assertClose(
                "sample({{0, 1}, {2, 5}}, 1, 0.75)",
                4.25,
                Warp.sample(four, 1, 0.75),
                TOLERANCE,
                "In the last row nothing is below; it counts alone.");
        assertClose(
                "sample(picture, 2, 2)",
                10,
                Warp.sample(PICTURE, 2, 2),
                TOLERANCE,
                "In the middle of a pixel it counts alone.");
        assertClose(
                "sample(picture, 1.5, 0)", 5.5, Warp.sample(PICTURE, 1.5, 0), TOLERANCE, "Half way between 4 and 7.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("image turns counter-clockwise around the middle")
    void quarterTurn() {
        assertClose(
                "image(picture, a quarter turn)",
                new double[][] {{3, 6, 10}, {2, 5, 8}, {1, 4, 7}},
                Warp.image(PICTURE, new double[][] {{0, -1}, {1, 0}}),
                TOLERANCE,
                "The column on the right goes to the top. Rows count downwards, but y goes up.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("image works on a single row")
    void singleRow() {
        assertClose(
                "image({{1, 2, 5}}, half a turn)",
                new double[][] {{5, 2, 1}},
                Warp.image(new double[][] {{1, 2, 5}}, new double[][] {{-1, 0}, {0, -1}}),
                TOLERANCE,
                "Left and right are exchanged, and there is no other row.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("image asks each pixel where it comes from")
    void stretched() {
        assertClose(
                "image(picture, scaling(2, 1))",
                new double[][] {{1.5, 2, 2.5}, {4.5, 5, 5.5}, {7.5, 8, 9}},
                Warp.image(PICTURE, new double[][] {{2, 0}, {0, 1}}),
                TOLERANCE,
                "The pixel left of the middle comes from half as far left. Use the inverse map.");
        assertClose(
                "image({{1, 2, 3, 4}, {5, 6, 7, 8}}, scaling(0.5, 1))",
                new double[][] {{0, 1.5, 3.5, 0}, {0, 5.5, 7.5, 0}},
                Warp.image(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}, new double[][] {{0.5, 0}, {0, 1}}),
                TOLERANCE,
                "The middle of 4 columns is at 1.5. What comes from outside is 0.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("image shears the top to the right")
    void sheared() {
        assertClose(
                "image(picture, shear(1))",
                new double[][] {{0, 1, 2}, {4, 5, 6}, {8, 10, 0}},
                Warp.image(PICTURE, new double[][] {{1, 1}, {0, 1}}),
                TOLERANCE,
                "The row on top has y = 1 and moves by 1 to the right; the row at the bottom moves to the left.");
    }

    @Test
    @DisplayName("outside a picture is nothing, and no picture is refused")
    void outside() {
        assertClose("sample(picture, -0.1, 0)", 0, Warp.sample(PICTURE, -0.1, 0), 0, "");
        assertClose("sample(picture, 0, 2.1)", 0, Warp.sample(PICTURE, 0, 2.1), 0, "");
        assertRefused("picture must have at least 1 row, but is empty", () -> Warp.sample(new double[0][], 0, 0));
        assertRefused(
                "picture must have at least 1 row, but is empty", () -> Warp.image(new double[0][], new double[2][2]));
    }
}
