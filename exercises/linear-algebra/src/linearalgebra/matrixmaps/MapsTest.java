package linearalgebra.matrixmaps;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MapsTest {
    /** A few products of numbers up to 10: within 1e-14. */
    private static final double TOLERANCE = 1e-12;

    private static final double[][] SHEAR = {{1, 3}, {0, 1}};
    private static final double[][] QUARTER_TURN = {{0, -1}, {1, 0}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("rotation takes the axes around, counter-clockwise")
    void rotationByHand() {
        double h = Math.sqrt(3) / 2;
        assertClose(
                "rotation(π/6)",
                new double[][] {{h, -0.5}, {0.5, h}},
                Maps.rotation(Math.PI / 6),
                TOLERANCE,
                "(1, 0) goes to (cos 30°, sin 30°) and (0, 1) to (-sin 30°, cos 30°). These are the columns.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("scaling and shear have the images of the axes as columns")
    void scalingAndShearByHand() {
        assertClose(
                "scaling(2, -5)",
                new double[][] {{2, 0}, {0, -5}},
                Maps.scaling(2, -5),
                TOLERANCE,
                "(1, 0) goes to (2, 0), and (0, 1) to (0, -5).");
        assertClose("shear(3)", SHEAR, Maps.shear(3), TOLERANCE, "(1, 0) stays, and (0, 1) goes to (3, 1).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply takes each point to A times the point")
    void applyByHand() {
        assertClose(
                "apply({{1, 3}, {0, 1}}, {(2, 1), (0, -2), (4, 0)})",
                new double[][] {{5, 1}, {-6, -2}, {4, 0}},
                Maps.apply(SHEAR, new double[][] {{2, 1}, {0, -2}, {4, 0}}),
                TOLERANCE,
                "(2, 1) moves by 3 · 1 to the right. Points are rows, so multiply them with the transpose of A.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("compose applies the first map first")
    void composeByHand() {
        assertClose(
                "compose(shear(3), a quarter turn)",
                new double[][] {{0, -1}, {1, 3}},
                Maps.compose(List.of(SHEAR, QUARTER_TURN)),
                TOLERANCE,
                "(0, 1) is sheared to (3, 1), which is turned to (-1, 3). The first map stands at the right of the product.");
        assertClose(
                "compose(shear(3), a quarter turn, scaling(2, 1))",
                new double[][] {{0, -2}, {1, 3}},
                Maps.compose(List.of(SHEAR, QUARTER_TURN, new double[][] {{2, 0}, {0, 1}})),
                TOLERANCE,
                "(-1, 3) is stretched to (-2, 3).");
        assertClose(
                "compose(shear(3))", SHEAR, Maps.compose(List.<double[][]>of(SHEAR)), TOLERANCE, "One map is itself.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("determinant is the area of the mapped unit square, negative if it is turned over")
    void determinantByHand() {
        assertClose(
                "determinant({{3, 1}, {2, 4}})",
                10,
                Maps.determinant(new double[][] {{3, 1}, {2, 4}}),
                TOLERANCE,
                "3 · 4 - 1 · 2.");
        assertClose(
                "determinant({{0, 2}, {3, 0}})",
                -6,
                Maps.determinant(new double[][] {{0, 2}, {3, 0}}),
                TOLERANCE,
                "The axes change places, so the plane is turned over.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("inverse undoes the map, where that can be done")
    void inverseByHand() {
        assertClose(
                "inverse({{3, 1}, {2, 4}})",
                new double[][] {{0.4, -0.1}, {-0.2, 0.3}},
                Maps.inverse(new double[][] {{3, 1}, {2, 4}}),
                TOLERANCE,
                "Exchange the diagonal, turn the signs of the others, divide by 10.");
        assertThrows(
                IllegalArgumentException.class,
                () -> Maps.inverse(new double[][] {{1, 2}, {2, 4}}),
                "{{1, 2}, {2, 4}} takes the plane to a line, and its determinant is 0.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("changeOfBasis describes the same map along other axes")
    void changeOfBasisByHand() {
        assertClose(
                "changeOfBasis({{1, 1}, {0, 2}}, columns (1, 1) and (3, 0))",
                new double[][] {{2, 0}, {0, 1}},
                Maps.changeOfBasis(new double[][] {{1, 1}, {0, 2}}, new double[][] {{1, 3}, {1, 0}}),
                TOLERANCE,
                "Along (1, 1) the map doubles, along (3, 0) it changes nothing. P⁻¹·A·P, with the new axes as columns of P.");
        assertClose(
                "changeOfBasis(a quarter turn, columns (2, 0) and (0, 1))",
                new double[][] {{0, -0.5}, {2, 0}},
                Maps.changeOfBasis(QUARTER_TURN, new double[][] {{2, 0}, {0, 1}}),
                TOLERANCE,
                "The first new axis is 2 long. Turned it is twice the second one.");
    }

    @Test
    @DisplayName("matrices of another shape are refused with a useful message")
    void badInputIsRefused() {
        assertRefused("A must have 2 columns, but has 3", () -> Maps.determinant(new double[2][3]));
        assertRefused("A must have 2 rows, but has 3", () -> Maps.apply(new double[3][2], new double[1][2]));
        assertRefused("points must have 2 columns, but has 3", () -> Maps.apply(SHEAR, new double[1][3]));
        assertRefused("maps must hold at least 1 matrix, but is empty", () -> Maps.compose(List.of()));
        assertRefused(
                "each map must have 2 columns, but has 1", () -> Maps.compose(List.<double[][]>of(new double[2][1])));
        assertRefused("basis must have 2 rows, but has 1", () -> Maps.changeOfBasis(SHEAR, new double[1][2]));
        assertRefused("A must have a determinant other than 0, but it is 0", () -> Maps.inverse(new double[2][2]));
    }
}
