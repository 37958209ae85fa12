package javabasics.expressioncalculator;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import javabasics.expressioncalculator.Token.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CalculatorTest {
    /** Values here are of order 1 to 1000 and take few steps: round-off stays below 1e-12. */
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply adds and subtracts")
    void addsAndSubtracts() {
        assertApply(9.5, '+', 7, 2.5, "7 + 2.5 is the sum of both.");
        assertApply(4.5, '-', 7, 2.5, "7 - 2.5 takes the right number away from the left one.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply multiplies and divides, and keeps fractions")
    void multipliesAndDivides() {
        assertApply(17.5, '*', 7, 2.5, "7 * 2.5 is seven times 2.5.");
        assertApply(3.5, '/', 7, 2, "7 / 2 is 3.5: nothing is rounded.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply raises to a power, to a fraction and below zero too")
    void raisesToPowers() {
        assertApply(8, '^', 2, 3, "2 ^ 3 is 2 · 2 · 2. In Java the sign ^ means something else; look for Math.pow.");
        assertApply(3, '^', 9, 0.5, "9 ^ 0.5 is the square root of 9.");
        assertApply(0.25, '^', 2, -2, "2 ^ -2 is 1 / 2 ^ 2.");
    }

    @Graded(stage = 1)
    @DisplayName("apply refuses an operator that it does not know")
    void refusesOtherOperators() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Calculator.apply('&', 1, 2),
                "There is no operation &. A made-up result would be worse than none.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("digits that stand together are one token, and a symbol is one alone")
    void cutsNumbersAndSymbols() {
        assertTexts(
                List.of("12", "+", "3", ""), "12+3", "12 is one number, and behind everything stands an empty token.");
        assertTexts(List.of("(", "(", "7", ")", ")", "%", "^", "-", "1", ""), "((7))%^-1", "each symbol is a token.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a number may hold a decimal point")
    void cutsDecimals() {
        assertTexts(List.of("3.14", "*", "0.5", "-", ".5", ""), "3.14*0.5-.5", "a point belongs to its number.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("letters that stand together are one name, and spaces are left out")
    void cutsNamesAndSkipsSpaces() {
        assertTexts(
                List.of("2", "*", "sin", "(", "pi", "/", "4", ")", ""),
                "  2 * sin( pi/4) ",
                "spaces part tokens, and are none themselves.");
        assertTexts(List.of("2", "pi", ""), "2pi", "a number ends where a letter stands.");
        assertTexts(List.of(""), "", "also behind nothing there is an end.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("each token knows its kind and the place where it begins")
    void tokensKnowTheirKindAndPlace() {
        assertEquals(
                List.of(
                        new Token(Kind.NAME, "pi", 1),
                        new Token(Kind.SYMBOL, "/", 4),
                        new Token(Kind.NUMBER, "25", 5),
                        new Token(Kind.END, "", 8)),
                Tokenizer.tokens(" pi /25 "),
                "tokens of ' pi /25 ', with their kind, text and place: the first character has the place 0.");
    }

    @Graded(stage = 2)
    @DisplayName("a character that has no place in a formula is refused")
    void refusesOtherCharacters() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Tokenizer.tokens("3 & 4"),
                "The sign & means nothing here. Left out, 3 & 4 would become something else.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("atom reads a number or a constant, and no more")
    void readsNumbersAndConstants() {
        assertClose("new Parser(\"12.5\").atom()", 12.5, new Parser("12.5").atom(), TOLERANCE, "It is a number.");
        assertClose("new Parser(\"pi\").atom()", Math.PI, new Parser("pi").atom(), TOLERANCE, "Calculator.constant.");
        Parser parser = new Parser("7+1");
        assertClose("new Parser(\"7+1\").atom()", 7, parser.atom(), TOLERANCE, "The atom ends before the plus.");
        assertEquals("+", parser.next().text(), "next() after atom() of 7+1: take the number, and leave the plus.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a percent sign takes a hundredth of what is before it")
    void takesPercentages() {
        assertClose("new Parser(\"15%\").percent()", 0.15, new Parser("15%").percent(), TOLERANCE, "15 / 100.");
        assertClose(
                "new Parser(\"50%%\").percent()",
                0.005, new Parser("50%%").percent(), TOLERANCE, "A hundredth of a hundredth of 50.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("powers of powers are read from the right: 2^3^2 is 2^9")
    void powersFromTheRight() {
        assertClose("new Parser(\"5^2\").power()", 25, new Parser("5^2").power(), TOLERANCE, "5 · 5.");
        assertClose(
                "new Parser(\"2^3^2\").power()",
                512,
                new Parser("2^3^2").power(),
                TOLERANCE,
                "The exponent of 2 is 3^2. Whoever reads from the left gets 8^2.");
        assertClose(
                "new Parser(\"9^50%\").power()",
                3,
                new Parser("9^50%").power(),
                TOLERANCE,
                "A percent sign binds more tightly than a power: this is 9^0.5.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a minus sign is read before a power, and after it")
    void minusSigns() {
        assertClose(
                "new Parser(\"-2^2\").signed()",
                -4,
                new Parser("-2^2").signed(),
                TOLERANCE,
                "First the power, then the sign: minus 2².");
        assertClose(
                "new Parser(\"2^-1\").signed()", 0.5, new Parser("2^-1").signed(), TOLERANCE, "An exponent is signed.");
        assertClose("new Parser(\"--3\").signed()", 3, new Parser("--3").signed(), TOLERANCE, "Two signs cancel.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums and differences are read from the left: 10-4-3 is 3")
    void sumsFromTheLeft() {
        assertEval(6.5, "1 + 2 + 3.5", "Go on as long as there is another plus.");
        assertEval(3, "10 - 4 - 3", "First 10 - 4. Whoever begins on the right gets 9.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("products and quotients are read from the left: 24/4/2 is 3")
    void productsFromTheLeft() {
        assertEval(24, "2*3*4", "Go on as long as there is another sign.");
        assertEval(3, "24/4/2", "First 24 / 4. Whoever begins on the right gets 12.");
        assertEval(12, "24/4*2", "* and / bind equally: what stands first is done first.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("products bind more tightly than sums: 2+3*4 is 14")
    void productsBeforeSums() {
        assertEval(14, "2+3*4", "First 3 * 4. Whoever goes from left to right gets 20.");
        assertEval(7, "2*5 - 6/2", "A difference of two products.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("signs, powers and percentages go together with sums and products")
    void allTogether() {
        assertEval(5, "2--3", "Minus minus three.");
        assertEval(-6, "2*-3", "A factor may have a sign.");
        assertEval(-18, "-2*3^2", "First the power, then the sign, then the product.");
        assertEval(30, "15% * 200", "What 15 % of 200 is.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("what stands in parentheses is computed first")
    void parenthesesFirst() {
        assertEval(20, "(2+3)*4", "Between parentheses stands a sum.");
        assertEval(9, "10-(4-3)", "The second difference is done first.");
        assertEval(4, "(-2)^2", "Here the sign belongs to the base.");
        assertEval(7, "((7))", "Parentheses may stand in parentheses.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("sin, cos and tan take radians, and sqrt the square root")
    void callsFunctions() {
        assertClose(
                "call(\"sin\", 1)", 0.8414709848078965, Calculator.call("sin", 1), TOLERANCE, "Radians, not degrees.");
        assertClose(
                "call(\"cos\", 1)", 0.5403023058681398, Calculator.call("cos", 1), TOLERANCE, "Radians, not degrees.");
        assertClose("call(\"tan\", 1)", 1.5574077246549023, Calculator.call("tan", 1), TOLERANCE, "sin(1) / cos(1).");
        assertClose("call(\"sqrt\", 2)", 1.4142135623730951, Calculator.call("sqrt", 2), TOLERANCE, "Its square is 2.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("a formula may call functions of formulas")
    void functionsInFormulas() {
        assertEval(1.5, "1 + sin(pi/6)", "A sixth of pi is a twelfth of a turn, and its sine is a half.");
        assertEval(5, "sqrt(3^2 + 4^2)", "The sides of a famous triangle.");
        assertEval(4, "sqrt(4)^2", "A function with its parentheses is an atom: it can be the base of a power.");
    }

    @Graded(stage = 5, points = 2)
    @DisplayName("what is not a formula is refused")
    void refusesWhatIsNoFormula() {
        refused("", "there is nothing");
        refused("2+", "something must follow the plus");
        refused("(1+2", "the parenthesis is not closed");
        refused("2*(3+4", "the parenthesis is not closed");
        refused("(5 6)", "between 5 and 6 an operator is missing");
        refused("5 6", "between 5 and 6 an operator is missing");
        refused("1+2)", "the parenthesis was not opened");
        refused("2*/3", "between * and / a number is missing");
        refused("1.2.3", "a number has one point");
        refused("log(2)", "there is no function log");
        refused("sin 2", "the argument of a function stands in parentheses");
    }

    @Test
    @DisplayName("a refused formula names the place and what is missing")
    void refusalsNameThePlace() {
        assertEquals(
                "at 4: expected an operator or the end, but there is ')'",
                assertThrows(IllegalArgumentException.class, () -> Parser.eval("1 +2)"), "It is no formula.")
                        .getMessage());
    }

    private static void assertApply(double expected, char operator, double left, double right, String hint) {
        String what = "apply('" + operator + "', " + left + ", " + right + ")";
        assertClose(what, expected, Calculator.apply(operator, left, right), TOLERANCE, hint);
    }

    private static void assertTexts(List<String> expected, String formula, String hint) {
        assertEquals(
                expected,
                Tokenizer.tokens(formula).stream().map(Token::text).toList(),
                "texts of the tokens of '" + formula + "': " + hint);
    }

    private static void assertEval(double expected, String formula, String hint) {
        assertClose("eval(\"" + formula + "\")", expected, Parser.eval(formula), TOLERANCE, hint);
    }

    private static void refused(String formula, String why) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Parser.eval(formula),
                "eval(\"" + formula + "\") has no value: " + why + ".");
    }
}
