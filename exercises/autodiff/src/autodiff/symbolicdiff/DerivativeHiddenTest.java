package autodiff.symbolicdiff;

import static autodiff.symbolicdiff.DerivativeTest.eval;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.symbolicexpressions.Expr;
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
import gradus.checks.GradientCheck;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class DerivativeHiddenTest {
    @Graded(stage = 1, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("derivatives of any formula are those that difference quotients give")
    void quotients(RandomGenerator random) {
        for (int draw = 0; draw < 5; draw++) {
            Expr f = drawn(random, 3);
            double x = random.nextDouble(0.3, 1.2);
            double slope = eval(Derivative.diff(f, "x"), x);
            // Values go up to 1e3; relative to the slope quotients settle at 1e-9 or better.
            GradientCheck.of("the derivative of a formula", p -> eval(f, p[0]))
                    .by("x")
                    .at(
                            new double[] {x},
                            new double[] {slope},
                            1e-5 * Math.max(1, Math.abs(slope)),
                            "One rule for each kind of node.");
        }
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("diff is linear and obeys the product rule")
    void rules(RandomGenerator random) {
        Expr f = new Add(new Mul(new Const(3), new Var("x")), drawn(random, 2));
        Expr g = new Add(new Mul(new Const(2), new Var("x")), drawn(random, 2));
        double a = random.nextDouble(-3, 3);
        double x = random.nextDouble(0.3, 1.2);
        double df = eval(Derivative.diff(f, "x"), x);
        double dg = eval(Derivative.diff(g, "x"), x);
        double scale = 1 + Math.abs(df) + Math.abs(dg) + Math.abs(eval(f, x)) + Math.abs(eval(g, x));

        assertClose(
                "derivative of a·f + g",
                a * df + dg,
                eval(Derivative.diff(new Add(new Mul(new Const(a), f), g), "x"), x),
                1e-12 * scale,
                "a·f' + g'.");
        assertClose(
                "derivative of f·g",
                df * eval(g, x) + eval(f, x) * dg,
                eval(Derivative.diff(new Mul(f, g), "x"), x),
                1e-12 * scale * scale,
                "f'·g + f·g'.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("simplify changes no value and makes no formula longer")
    void sameValues(RandomGenerator random) {
        for (int draw = 0; draw < 20; draw++) {
            Expr f = Derivative.diff(drawn(random, 3), "x");
            double x = random.nextDouble(0.3, 1.2);
            Expr simple = Simplifier.simplify(f);
            double value = eval(f, x);
            // Numbers are multiplied in another order; differences of terms up to 1e3 may cancel.
            assertClose(
                    "value of a simplified formula",
                    value,
                    eval(simple, x),
                    1e-9 * Math.max(1, Math.abs(value)),
                    "Each rule must keep the value.");
            assertEquals(
                    true,
                    Simplifier.size(simple) <= Simplifier.size(f),
                    "A simplified formula must not have more nodes.");
        }
    }

    private static Expr drawn(RandomGenerator random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) > 0 ? new Var("x") : new Const(random.nextInt(0, 7) / 4.0);
        }
        Expr left = drawn(random, depth - 1);
        Expr right = drawn(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> new Add(left, right);
            case 1 -> new Add(left, new Mul(new Const(-1), right));
            case 2 -> new Mul(left, right);
            case 3 -> new Mul(left, new Pow(new Add(new Const(2), new Sin(right)), new Const(-1)));
            case 4 -> new Pow(left, new Const(2));
            case 5 -> new Pow(new Add(new Const(2), new Cos(left)), right instanceof Var ? right : new Const(0.5));
            case 6 -> new Exp(new Sin(left));
            case 7 -> new Log(new Add(new Const(2), new Cos(left)));
            default -> random.nextBoolean() ? new Sin(left) : new Cos(left);
        };
    }
}
