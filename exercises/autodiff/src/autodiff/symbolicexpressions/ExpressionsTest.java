package autodiff.symbolicexpressions;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.symbolicexpressions.Expr.Add;
import autodiff.symbolicexpressions.Expr.Const;
import autodiff.symbolicexpressions.Expr.Cos;
import autodiff.symbolicexpressions.Expr.Exp;
import autodiff.symbolicexpressions.Expr.Log;
import autodiff.symbolicexpressions.Expr.Mul;
import autodiff.symbolicexpressions.Expr.Pow;
import autodiff.symbolicexpressions.Expr.Sin;
import autodiff.symbolicexpressions.Expr.Var;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

class ExpressionsTest {
    /** A few operations on numbers of order 1 to 100: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-12;

    private static final Map<String, Double> VALUES = Map.of("x", 3.0, "y", -2.0);

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("eval computes sums, products and powers of trees")
    void computesArithmetic() {
        assertEval(-2, new Const(-2), "A number is its value.");
        assertEval(3, x(), "A variable is what values say.");
        assertEval(1, new Add(x(), y()), "3 + -2.");
        assertEval(-6, new Mul(x(), y()), "3 · -2.");
        assertEval(1.0 / 9, new Pow(x(), y()), "3^-2: base and exponent in their order.");
        assertEval(-7, new Add(x(), new Mul(new Const(5), y())), "3 + 5 · -2.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("eval computes the four functions")
    void computesFunctions() {
        assertEval(0.1353352832366127, new Exp(y()), "e^-2.");
        assertEval(1.0986122886681098, new Log(x()), "The natural logarithm of 3.");
        assertEval(0.1411200080598672, new Sin(x()), "Radians.");
        assertEval(-0.9899924966004454, new Cos(x()), "Radians.");
    }

    @Graded(stage = 1)
    @DisplayName("eval refuses a variable without a value")
    void refusesUnknownVariables() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Expressions.eval(new Add(x(), new Var("z")), VALUES),
                "There is no value for z. A made-up one would be worse than none.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("parse builds trees of numbers, variables and functions")
    void parsesAtoms() {
        assertParse(new Const(2.5), "2.5", "A number.");
        assertParse(new Var("rate"), "rate", "A name is a variable.");
        assertParse(new Sin(x()), "sin(x)", "A name before a parenthesis is a function.");
        assertParse(new Exp(new Log(new Cos(y()))), "exp(log(cos(y)))", "One in another.");
        assertParse(new Pow(x(), new Const(0.5)), "sqrt(x)", "call makes a power of it.");
        assertParse(x(), "((x))", "Parentheses leave no trace in the tree.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("parse builds differences and quotients of sums and products, from the left")
    void parsesOperators() {
        assertParse(new Add(x(), new Mul(x(), y())), "x + x*y", "The product is a part of the sum.");
        assertParse(
                new Add(new Add(x(), new Mul(new Const(-1), y())), new Mul(new Const(-1), x())),
                "x - y - x",
                "First x - y; minus is minus one times.");
        assertParse(
                new Mul(new Mul(x(), new Pow(y(), new Const(-1))), x()), "x/y*x", "First x/y, which is x times y^-1.");
        assertParse(new Mul(new Add(x(), y()), x()), "(x + y)*x", "Parentheses first.");
        assertParse(
                new Add(x(), new Mul(new Const(-1), new Const(2))),
                "x - 2",
                "What is subtracted is minus one times it, a number too.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("parse reads powers from the right, and signs before them")
    void parsesPowersAndSigns() {
        assertParse(new Pow(x(), new Pow(y(), new Const(2))), "x^y^2", "The exponent is y^2.");
        assertParse(new Mul(new Const(-1), new Pow(x(), new Const(2))), "-x^2", "First the power, then the sign.");
        assertParse(new Pow(x(), new Const(-2)), "x^-2", "An exponent may be signed; -2 is a number.");
        assertParse(new Mul(new Const(-1), new Mul(new Const(-1), x())), "--x", "Two signs.");
        assertParse(new Mul(x(), new Mul(new Const(-1), y())), "x*-y", "A factor may be signed.");
    }

    @Graded(stage = 2)
    @DisplayName("parse refuses what is not a formula")
    void refusesOtherText() {
        for (String text : List.of("(x", "x +", "2 x", ")", "", "x)", "sin x", "f(x)")) {
            assertThrows(
                    IllegalArgumentException.class, () -> ExprParser.parse(text), "\"" + text + "\" is not a formula.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("print writes numbers, variables and functions")
    void printsAtoms() {
        assertPrint("3", new Const(3), "Without .0.");
        assertPrint("-0.25", new Const(-0.25), "With its sign.");
        assertPrint("x", x(), "Its name.");
        assertPrint("exp(x)", new Exp(x()), "Function and parentheses.");
        assertPrint("log(sin(cos(x)))", new Log(new Sin(new Cos(x()))), "One in another.");
        assertPrint("cos(x + y)", new Cos(new Add(x(), y())), "No parentheses but the function's own.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("print writes parentheses where the tree needs them, and nowhere else")
    void printsParentheses() {
        for (String formula : List.of(
                "x + y + x",
                "x + (y + x)",
                "x*y*x",
                "x*(y*x)",
                "(x + y)*x",
                "x*y + x",
                "x^y^2",
                "(x^y)^2",
                "(x + y)^(x*y)",
                "(-2)^x",
                "x^-2")) {
            assertPrint(formula, ExprParser.parse(formula), "The parser must build the same tree from it.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("print writes differences, quotients and signs as people do")
    void printsDifferences() {
        for (String formula : List.of(
                "x - y",
                "x - y - x",
                "x - (y - x)",
                "x - x*y",
                "x/y",
                "x/y/x",
                "x/(y*x)",
                "x/y^2",
                "-x",
                "-x^2",
                "(-x)^2",
                "-(x*y)",
                "x*-y",
                "x/-y",
                "-x - y",
                "2 - -3*x")) {
            assertPrint(formula, ExprParser.parse(formula), "a - b for a + -1·b, a/b for a·b^-1, -b for -1·b.");
        }
        assertPrint("x + -1*2", new Add(x(), new Mul(new Const(-1), new Const(2))), "-1·2 is a product of numbers.");
        assertPrint("x^-1", new Pow(x(), new Const(-1)), "Alone it is a power.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("what print writes has the value of the tree")
    void printsWhatIsMeant() {
        Expr tree = new Mul(
                new Add(x(), new Mul(new Const(-1), new Add(y(), new Const(-4)))),
                new Pow(new Mul(y(), new Pow(x(), new Const(-1))), new Add(x(), new Const(-1))));
        String text = Expressions.print(tree);
        assertEquals(tree, ExprParser.parse(text), "the tree of \"" + text + "\"");
        assertEval(9 * Math.pow(-2.0 / 3, 2), ExprParser.parse(text), "(3 - (-2 - 4)) · (-2/3)^(3 - 1).");
    }

    private static Expr x() {
        return new Var("x");
    }

    private static Expr y() {
        return new Var("y");
    }

    private static void assertEval(double expected, Expr e, String hint) {
        assertClose("eval(" + e + ") with x = 3, y = -2", expected, Expressions.eval(e, VALUES), TOLERANCE, hint);
    }

    private static void assertParse(Expr expected, String formula, String hint) {
        assertEquals(expected, ExprParser.parse(formula), "parse(\"" + formula + "\"). " + hint);
    }

    private static void assertPrint(String expected, Expr e, String hint) {
        assertEquals(expected, Expressions.print(e), "print(" + e + "). " + hint);
    }
}
