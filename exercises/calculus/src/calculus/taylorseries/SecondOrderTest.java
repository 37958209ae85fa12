package calculus.taylorseries;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecondOrderTest {
    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("of holds value, gradient and Hessian at the point")
    void expandsAtThePoint() {
        SecondOrder found = SecondOrder.of(p -> p[0] * p[0] * p[1], new double[] {2, 3});

        assertClose("of(x²y, (2, 3)).a()", new double[] {2, 3}, found.a(), 0, "The point.");
        assertClose("of(x²y, (2, 3)).value()", 12, found.value(), 1e-12, "f at the point.");
        // As exact as Fields: first derivatives to 1e-9, second ones to 1e-6.
        assertClose("of(x²y, (2, 3)).gradient()", new double[] {12, 4}, found.gradient(), 1e-8, "(2xy, x²).");
        assertClose(
                "of(x²y, (2, 3)).hessian()",
                new double[][] {{6, 4}, {4, 0}},
                found.hessian(),
                1e-5,
                "2y, 2x, 2x and 0.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("at adds slope and half of the bend along the way from a")
    void evaluatesAlongTheWay() {
        SecondOrder expansion =
                new SecondOrder(new double[] {1, 2}, 10, new double[] {3, -1}, new double[][] {{2, 5}, {5, -4}});

        assertClose(
                "at (1, 2)",
                10,
                expansion.at(new double[] {1, 2}),
                1e-12,
                "At a itself nothing is added to the value.");
        assertClose("at (3, 2)", 20, expansion.at(new double[] {3, 2}), 1e-12, "d = (2, 0): 10 + 3·2 + 2·4/2.");
        assertClose(
                "at (2, 5)",
                8,
                expansion.at(new double[] {2, 5}),
                1e-12,
                "d = (1, 3): 10 + (3 - 3) + (2·1 + 2·5·3 - 4·9)/2. The 5 counts twice, because it stands there twice.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "x must have 1 entry, but has 2",
                () -> new SecondOrder(new double[1], 0, new double[1], new double[1][1]).at(new double[2]));
    }
}
