package autodiff.symbolicexpressions;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.symbolicexpressions.Expr.Add;
import autodiff.symbolicexpressions.Expr.Const;
import autodiff.symbolicexpressions.Expr.Cos;
import autodiff.symbolicexpressions.Expr.Exp;
import autodiff.symbolicexpressions.Expr.Mul;
import autodiff.symbolicexpressions.Expr.Pow;
import autodiff.symbolicexpressions.Expr.Sin;
import autodiff.symbolicexpressions.Expr.Var;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class ExpressionsHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("eval computes polynomials of any numbers")
    void polynomials(RandomGenerator random) {
        double x = random.nextDouble(-2, 2);
        double y = random.nextDouble(0.5, 2);
        double a = random.nextDouble(-3, 3);
        Expr tree = new Add(
                new Mul(new Const(a), new Pow(new Var("x"), new Const(3))),
                new Mul(new Pow(new Var("y"), new Var("x")), new Sin(new Var("y"))));
        assertClose(
                "a·x³ + y^x·sin(y)",
                a * x * x * x + Math.pow(y, x) * Math.sin(y),
                Expressions.eval(tree, Map.of("x", x, "y", y)),
                1e-11,
                "Each part by itself.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("parse and eval compute formulas of any numbers")
    void formulas(RandomGenerator random) {
        double x = random.nextInt(1, 40) / 8.0;
        double a = random.nextInt(1, 40) / 8.0;
        String formula = a + " - x/" + a + "/x*3 - -x^2^-1 + exp(-x)*log(x + " + a + ")";
        assertClose(
                formula,
                a - x / a / x * 3 + Math.sqrt(x) + Math.exp(-x) * Math.log(x + a),
                Expressions.eval(ExprParser.parse(formula), Map.of("x", x)),
                1e-11,
                "From the left; powers from the right.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the parser builds the same tree from what print writes")
    void roundTrips(RandomGenerator random) {
        for (int draw = 0; draw < 100; draw++) {
            Expr tree = drawn(random, 4);
            assertEquals(tree, ExprParser.parse(Expressions.print(tree)), "The tree of what was printed.");
        }
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("print writes no parentheses that could be left out")
    void fewParentheses(RandomGenerator random) {
        for (int draw = 0; draw < 40; draw++) {
            Expr tree = drawn(random, 3);
            String text = Expressions.print(tree);
            for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
                boolean isCall = open > 0 && Character.isLetter(text.charAt(open - 1));
                int close = closing(text, open);
                String without = text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
                assertEquals(
                        true, isCall || !means(without, tree), "There is a pair of parentheses that changes nothing.");
            }
        }
    }

    private static boolean means(String text, Expr tree) {
        try {
            return ExprParser.parse(text).equals(tree);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return text.length() - 1;
    }

    private static Expr drawn(RandomGenerator random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? new Var("x") : new Const(random.nextInt(-8, 9) / 4.0 + 0.0);
        }
        Expr left = drawn(random, depth - 1);
        Expr right = drawn(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> new Add(left, right);
            case 1 -> new Add(left, new Mul(new Const(-1), right));
            case 2 -> new Mul(left, right);
            case 3 -> new Mul(left, new Pow(right, new Const(-1)));
            case 4 -> new Pow(left, right);
            case 5 -> new Mul(new Const(-1), new Var("y"));
            case 6 -> random.nextBoolean() ? new Sin(left) : new Exp(left);
            default -> random.nextBoolean() ? new Cos(left) : left;
        };
    }
}
