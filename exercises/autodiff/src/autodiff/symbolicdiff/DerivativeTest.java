package autodiff.symbolicdiff;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.symbolicexpressions.Expr;
import autodiff.symbolicexpressions.ExprParser;
import autodiff.symbolicexpressions.Expressions;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

class DerivativeTest {
    /** Values of order 1 to 100 after a dozen operations: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-11;

    /** From tables, such as I. N. Bronshtein et al., Handbook of Mathematics, 5th ed., Springer 2007, table 6.1. */
    private static final String[][] PAIRS = {
        {"7", "0"},
        {"x", "1"},
        {"x^3", "3*x^2"},
        {"1/x", "-1/x^2"},
        {"1/x^4", "-4/x^5"},
        {"sqrt(x)", "1/(2*sqrt(x))"},
        {"x^0.25", "0.25*x^-0.75"},
        {"exp(x)", "exp(x)"},
        {"2^x", "2^x*log(2)"},
        {"log(x)", "1/x"},
        {"log(x)/log(2)", "1/(x*log(2))"},
        {"sin(x)", "cos(x)"},
        {"cos(x)", "-sin(x)"},
        {"sin(x)/cos(x)", "1/cos(x)^2"},
        {"cos(x)/sin(x)", "-1/sin(x)^2"},
        {"log(sin(x))", "cos(x)/sin(x)"},
        {"exp(-x^2)", "-2*x*exp(-x^2)"},
        {"x*log(x) - x", "log(x)"},
        {"x^x", "x^x*(log(x) + 1)"},
        {"sin(3*x)^2", "6*sin(3*x)*cos(3*x)"},
    };

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("numbers do not change, variables change by themselves")
    void leaves() {
        assertDiff(0, "7", "x", 2, "A number has the derivative 0.");
        assertDiff(1, "x", "x", 2, "A variable has the derivative 1 by itself.");
        assertDiff(0, "y", "x", 2, "By another variable it is 0.");
        assertDiff(1, "y", "y", 2, "By itself it is 1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums and products have their rules")
    void sumsAndProducts() {
        assertDiff(6, "x + 5*x - 7*y", "x", 2, "Sum by sum.");
        assertDiff(-7, "x + 5*x - 7*y", "y", 2, "The same by y.");
        assertDiff(11, "(x*x + 3)*(x - 1)", "x", 2, "2x·(x - 1) + (x² + 3): 4·1 + 7.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("powers with a number as exponent, also of what is below 0")
    void powers() {
        assertDiff(27, "x^3", "x", -3, "3·9. The rule with a logarithm has no value here.");
        assertDiff(-0.25, "1/x", "x", 2, "-1/x².");
        assertDiff(0, "x^2", "x", 0, "2·0.");
        assertDiff(3 * 49 * 2, "(2*x + 3)^3", "x", 2, "3·7² times the 2 from inside.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the derivative of what is inside comes as a factor")
    void chainRule() {
        assertDiff(5 * Math.exp(10), "exp(5*x)", "x", 2, "exp(5x)·5.");
        assertDiff(0.5, "log(5*x)", "x", 2, "5/(5x).");
        assertDiff(3 * Math.cos(6), "sin(3*x)", "x", 2, "cos(3x)·3.");
        assertDiff(-3 * Math.sin(6), "cos(3*x)", "x", 2, "-sin(3x)·3.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("twenty derivatives are as in the tables")
    void tables() {
        for (String[] pair : PAIRS) {
            for (double x : new double[] {0.3, 0.9, 1.3}) {
                assertClose(
                        "diff of " + pair[0] + " at x = " + x,
                        eval(ExprParser.parse(pair[1]), x),
                        eval(Derivative.diff(ExprParser.parse(pair[0]), "x"), x),
                        1e-9,
                        "It is " + pair[1] + ".");
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("simplify computes with numbers, and leaves out what does nothing")
    void numbers() {
        assertSimplified("7", "3 + 4");
        assertSimplified("12", "3*4");
        assertSimplified("8", "2^3");
        assertSimplified("x", "x + 0");
        assertSimplified("x", "0 + x");
        assertSimplified("x", "1*x");
        assertSimplified("x", "x*1");
        assertSimplified("0", "0*x");
        assertSimplified("0", "sin(x)*0");
        assertSimplified("x", "x^1");
        assertSimplified("1", "x^0");
        assertSimplified("y", "0*x + 1*y^1");
        assertSimplified("2^0.5", "2^0.5");
        assertSimplified("x/3", "x/3");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("simplify puts numbers in front and joins what is alike")
    void joins() {
        assertSimplified("3*x", "x*3");
        assertSimplified("6*x", "2*(3*x)");
        assertSimplified("6*x", "(2*x)*3");
        assertSimplified("6*(x*y)", "(2*x)*(3*y)");
        assertSimplified("2*x", "x + x");
        assertSimplified("x^2", "x*x");
        assertSimplified("x^5", "x^2*x^3");
        assertSimplified("x^3", "x*x^2");
        assertSimplified("1", "x/x");
        assertSimplified("x", "x^2/x");
        assertSimplified("4*x^3", "2*x*(2*x^2)");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("simplify goes into every part")
    void everywhere() {
        assertSimplified("exp(x)", "exp(x + 0)");
        assertSimplified("log(x)", "log(1*x)");
        assertSimplified("sin(2*x)", "sin(x + x)");
        assertSimplified("cos(x^2)", "cos(x*x)");
        assertSimplified("(2*x)^(3*y)", "(x + x)^(y*3)");
        assertSimplified("x + y", "(x + 0) + (0 + y)");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("simplified derivatives look as one would write them")
    void derivatives() {
        assertDerivative("3*x^2", "x^3");
        assertDerivative("2*x + 3", "x^2 + 3*x + 7");
        assertDerivative("y", "x*y");
        assertDerivative("2*exp(2*x)", "exp(2*x)");
        assertDerivative("-sin(x)", "cos(x)");
        assertDerivative("x^-1", "log(x)");
        assertDerivative("-x^-2", "1/x");
        assertDerivative("0", "exp(y)");
    }

    static double eval(Expr e, double x) {
        return Expressions.eval(e, Map.of("x", x, "y", 2.0));
    }

    private static void assertDiff(double expected, String formula, String variable, double x, String hint) {
        assertClose(
                "diff(" + formula + ", " + variable + ") at x = " + x + ", y = 2",
                expected,
                eval(Derivative.diff(ExprParser.parse(formula), variable), x),
                TOLERANCE * Math.max(1, Math.abs(expected)),
                hint);
    }

    private static void assertSimplified(String expected, String formula) {
        assertEquals(
                expected,
                Expressions.print(Simplifier.simplify(ExprParser.parse(formula))),
                "simplify of " + formula + ", printed");
    }

    private static void assertDerivative(String expected, String formula) {
        assertEquals(
                expected,
                Expressions.print(Simplifier.simplify(Derivative.diff(ExprParser.parse(formula), "x"))),
                "simplify of the derivative of " + formula + ", printed");
    }
}
