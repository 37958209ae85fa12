package javabasics.expressioncalculator;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class CalculatorHiddenTest {
    /** Relative to values above 1. Whoever multiplies by 0.01 for a percent differs in the last digits only. */
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply computes with any numbers")
    void anyNumbers(RandomGenerator random) {
        double a = random.nextDouble(0.5, 9);
        double b = random.nextDouble(-4, 4);

        double[] results = {
            Calculator.apply('+', a, b),
            Calculator.apply('-', a, b),
            Calculator.apply('*', a, b),
            Calculator.apply('/', b, a),
            Calculator.apply('^', a, b)
        };
        double[] expected = {a + b, a - b, a * b, b / a, Math.exp(b * Math.log(a))};
        assertClose("the five operations", expected, results, 1e-8, "Keep the order of the numbers.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("spaces between tokens change nothing but their places")
    void spacesChangeNothing(RandomGenerator random) {
        List<String> pieces = IntStream.range(0, 20)
                .mapToObj(i -> i % 2 == 0
                        ? List.of("12", "0.75", "pi", "sqrt", "300").get(random.nextInt(5))
                        : List.of("+", "-", "*", "/", "^", "%", "(", ")").get(random.nextInt(8)))
                .toList();
        String spaced = pieces.stream()
                .map(piece -> " ".repeat(random.nextInt(3)) + piece)
                .collect(Collectors.joining());

        assertEquals(pieces, texts(spaced), "Cut the same tokens, with spaces.");
        assertEquals(pieces, texts(String.join("", pieces)), "Cut the same tokens, without spaces.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("towers of powers are computed from the top, whatever their signs")
    void towersOfPowers(RandomGenerator random) {
        double top = random.nextInt(2, 4);
        double middle = random.nextDouble(0.5, 1.2);
        double base = random.nextDouble(1.5, 3);
        String formula = "-" + base + "^-" + middle + "^" + top;

        assertClose(
                "a tower",
                -Math.pow(base, -Math.pow(middle, top)),
                new Parser(formula).signed(),
                TOLERANCE,
                "The exponent is signed, and may hold a power; the sign before the base comes last.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("long chains of sums and products give what a loop gives")
    void chains(RandomGenerator random) {
        double sum = 0;
        StringBuilder formula = new StringBuilder("0");
        for (int i = 0; i < 30; i++) {
            double a = random.nextInt(1, 50) / 4.0;
            double b = random.nextInt(1, 50) / 4.0;
            boolean isAdded = random.nextBoolean();
            boolean isProduct = random.nextBoolean();
            double part = isProduct ? a * b : a / b;
            sum += isAdded ? part : -part;
            formula.append(isAdded ? "+" : "-")
                    .append(a)
                    .append(isProduct ? "*" : "/")
                    .append(b);
        }
        assertClose("a chain", sum, Parser.eval(formula.toString()), 1e-8, "From left to right, products first.");
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("sin(x)^2 + cos(x)^2 is 1, and tan is their quotient")
    void pythagoras(RandomGenerator random) {
        double x = random.nextInt(-1500, 1501) / 1000.0;

        assertClose(
                "sin² + cos²",
                1,
                Parser.eval("sin(X)^2 + cos(X)^2".replace("X", String.valueOf(x))),
                TOLERANCE,
                "Both functions take the same angle.");
        assertClose(
                "tan - sin/cos",
                0,
                Parser.eval("tan(X) - sin(X)/cos(X)".replace("X", String.valueOf(x))),
                TOLERANCE,
                "The tangent is the sine divided by the cosine.");
    }

    @Graded(stage = 5, points = 3)
    @Evidence(INVARIANCE)
    @DisplayName("any formula, written with as few parentheses as it needs, has its value")
    void anyFormula(RandomGenerator random) {
        for (int draw = 0; draw < 300; draw++) {
            Formula formula = Formula.draw(random, 4);
            assertClose(
                    "eval(\"" + formula.text() + "\")",
                    formula.value(),
                    Parser.eval(formula.text()),
                    TOLERANCE * Math.max(1, Math.abs(formula.value())),
                    "Which operator binds more tightly, and from which side is it read?");
        }
    }

    private static List<String> texts(String formula) {
        List<String> texts = Tokenizer.tokens(formula).stream().map(Token::text).toList();
        return texts.subList(0, texts.size() - 1);
    }

    /**
     * A formula that was put together, with the value that was computed on the way.
     *
     * @param level how tightly it binds: 1 as a sum, to 6 as an atom
     */
    private record Formula(String text, double value, int level) {
        static Formula draw(RandomGenerator random, int depth) {
            Formula drawn = depth == 0 ? number(random) : compound(random, depth);
            // Larger values and poles would make much of the last digits.
            return Math.abs(drawn.value) < 1e3 ? drawn : number(random);
        }

        private static Formula compound(RandomGenerator random, int depth) {
            Formula left = draw(random, depth - 1);
            Formula right = draw(random, depth - 1);
            switch (random.nextInt(8)) {
                case 0:
                    return new Formula(left.text + " + " + right.in(2), left.value + right.value, 1);
                case 1:
                    return new Formula(left.text + "-" + right.in(2), left.value - right.value, 1);
                case 2:
                    return new Formula(left.in(2) + "*" + right.in(3), left.value * right.value, 2);
                case 3:
                    return Math.abs(right.value) < 0.1
                            ? left
                            : new Formula(left.in(2) + " / " + right.in(3), left.value / right.value, 2);
                case 4:
                    return new Formula("-" + left.in(3), -left.value, 3);
                case 5:
                    return left.value < 0.1 || Math.abs(right.value) > 4
                            ? right
                            : new Formula(left.in(5) + "^" + right.in(3), Math.pow(left.value, right.value), 4);
                case 6:
                    return new Formula(left.in(5) + "%", left.value / 100, 5);
                default:
                    return new Formula("sin(" + left.text + ")", Math.sin(left.value), 6);
            }
        }

        private static Formula number(RandomGenerator random) {
            double value = random.nextInt(1, 40) / 4.0;
            return new Formula(String.valueOf(value), value, 6);
        }

        /** The text, in parentheses where something stands that binds at least as tightly as a level. */
        private String in(int least) {
            return level < least ? "(" + text + ")" : text;
        }
    }
}
