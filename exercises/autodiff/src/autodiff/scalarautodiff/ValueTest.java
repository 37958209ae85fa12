package autodiff.scalarautodiff;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValueTest {
    /** A few operations on numbers of order 1 to 100: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the four operations compute, and remember their operands in order")
    void arithmetic() {
        Value u = Value.of(6);
        Value v = Value.of(-2);
        assertNode("u + v", 4, "+", u.add(v), u, v);
        assertNode("u - v", 8, "-", u.subtract(v), u, v);
        assertNode("u * v", -12, "*", u.multiply(v), u, v);
        assertNode("u / v", -3, "/", u.divide(v), u, v);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the functions compute, and remember what they were applied to")
    void functions() {
        Value x = Value.of(0.5);
        assertNode("power(-2)", 4, "power", x.power(-2), x);
        assertNode("exp", 1.6487212707001282, "exp", x.exp(), x);
        assertNode("log", -0.6931471805599453, "log", x.log(), x);
        assertNode("tanh", 0.46211715726000979, "tanh", x.tanh(), x);
        assertNode("relu", 0.5, "relu", x.relu(), x);
        Value below = Value.of(-0.5);
        assertNode("relu below 0", 0, "relu", below.relu(), below);
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("inOrder lists each number once, and none before its parents")
    void orders() {
        Value a = Value.of(2);
        Value b = Value.of(3);
        Value c = a.multiply(b);
        Value d = c.add(a);
        Value e = d.multiply(c);
        assertOrder(e, List.of(a, b, c, d, e));
        Value f = c.multiply(d);
        assertOrder(f, List.of(a, b, c, d, f));
        assertOrder(a, List.of(a));
        Value square = b.multiply(b);
        assertOrder(square, List.of(b, square));
        assertOrder(c, List.of(a, b, c));
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("inOrder goes a hundred thousand operations deep, and wide where numbers are shared")
    void deepAndShared() {
        Value x = Value.of(0.5);
        // 2 · 50,000 operations, as many constants, one more constant to begin with, and x.
        assertEquals(
                150_002,
                Value.polynomial(ones(50_001), x).graphSize(),
                "numbers in the graph of 1 + x + … + x^50000; a method that calls itself for each ends in a"
                        + " StackOverflowError");
        Value doubled = x;
        for (int k = 0; k < 60; k++) {
            doubled = doubled.add(doubled);
        }
        assertEquals(
                61,
                doubled.graphSize(),
                "numbers in the graph of x doubled 60 times; whoever visits a shared number once for each use is never"
                        + " done");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("backward gives both operands their share")
    void oneOperation() {
        assertGradients("u + v", new double[] {1, 1}, 6, -2, (u, v) -> u.add(v), "Both slopes are 1.");
        assertGradients("u - v", new double[] {1, -1}, 6, -2, (u, v) -> u.subtract(v), "By v it is -1.");
        assertGradients("u * v", new double[] {-2, 6}, 6, -2, (u, v) -> u.multiply(v), "By u it is v.");
        assertGradients("u / v", new double[] {-0.5, -1.5}, 6, -2, (u, v) -> u.divide(v), "1/v and -u/v².");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("backward goes through every function with its slope")
    void throughFunctions() {
        assertClose("x³ at 4", 48, slope(x -> x.power(3), 4), TOLERANCE, "3·4².");
        assertClose("x⁰ at 0", 0, slope(x -> x.power(0), 0), TOLERANCE, "It is 1 everywhere; p = 0 is a case apart.");
        assertClose("exp at 0.5", 1.6487212707001282, slope(Value::exp, 0.5), TOLERANCE, "eˣ.");
        assertClose("log at 0.5", 2, slope(Value::log, 0.5), TOLERANCE, "1/x.");
        assertClose("tanh at 0.5", 0.78644773296592741, slope(Value::tanh, 0.5), TOLERANCE, "1 - tanh(x)².");
        assertClose("relu at 0.25", 1, slope(Value::relu, 0.25), TOLERANCE, "Above 0 it is x itself.");
        assertClose("relu at -2", 0, slope(Value::relu, -2), TOLERANCE, "Below 0 it is flat.");
        assertClose("relu at 0", 0, slope(Value::relu, 0), TOLERANCE, "At 0 the slope is 0, by convention.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("what is used more than once collects from every use")
    void sharedNumbers() {
        assertClose("x * x at 3", 6, slope(x -> x.multiply(x), 3), TOLERANCE, "x is both factors: 3 + 3.");
        Value a = Value.of(2);
        Value b = Value.of(3);
        Value c = a.multiply(b);
        Value d = c.add(a);
        Value e = c.multiply(d);
        e.backward();
        assertClose(
                "gradients of a, b, c, d, e, where c = ab, d = c + a, e = cd, at a = 2, b = 3",
                new double[] {48, 28, 14, 6, 1},
                new double[] {a.gradient(), b.gradient(), c.gradient(), d.gradient(), e.gradient()},
                TOLERANCE,
                "c is used by d and by e: d·1 + c·1 = 14. Its turn comes when both had theirs.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("backward again gives the same, and not twice as much")
    void again() {
        Value x = Value.of(3);
        Value y = x.multiply(x);
        Value z = y.multiply(y);
        z.backward();
        z.backward();
        assertClose("x after backward of x⁴ twice", 108, x.gradient(), TOLERANCE, "Begin with gradients of 0.");
        y.backward();
        assertClose("x after backward of x²", 6, x.gradient(), TOLERANCE, "Begin with gradients of 0.");
        assertClose("y after backward of y", 1, y.gradient(), TOLERANCE, "By itself the derivative is 1.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("backward goes through a hundred thousand operations")
    void longChains() {
        Value x = Value.of(0.5);
        Value series = Value.polynomial(ones(50_001), x);
        series.backward();
        // What is left out of the series at 0.5 is 2^-50000 of it.
        assertClose("1 + x + … + x^50000 at 0.5", 2, series.value(), TOLERANCE, "It is 1/(1 - x).");
        assertClose("its derivative", 4, x.gradient(), TOLERANCE, "It is 1/(1 - x)².");
    }

    @Test
    void badInputIsRefused() {
        assertEquals(3, Value.of(1).add(Value.of(2)).graphSize());
        assertRefused(
                "coefficients must have at least 1 entry, but is empty",
                () -> Value.polynomial(new double[0], Value.of(1)));
    }

    private interface Operation {
        Value of(Value u, Value v);
    }

    private interface Formula {
        Value of(Value x);
    }

    private static void assertNode(String what, double value, String operation, Value node, Value... parents) {
        assertClose("value of " + what, value, node.value(), TOLERANCE, "It computes as plain numbers do.");
        assertEquals(operation, node.operation(), "operation() of " + what);
        assertEquals(parents.length, node.parents().size(), "number of parents of " + what);
        for (int k = 0; k < parents.length; k++) {
            assertEquals(
                    true,
                    node.parents().get(k) == parents[k],
                    "parent " + k + " of " + what + " must be the very number it was computed from");
        }
    }

    private static void assertOrder(Value result, List<Value> members) {
        List<Value> order = result.inOrder();
        assertEquals(members.size(), order.size(), "numbers in inOrder(); each stands there once");
        assertEquals(true, order.get(order.size() - 1) == result, "the last one must be the result itself");
        for (Value member : members) {
            int at = place(member, order);
            assertEquals(true, at >= 0, "inOrder() must hold the number " + member.value());
            for (Value parent : member.parents()) {
                assertEquals(
                        true,
                        place(parent, order) < at,
                        "inOrder() must have the parent " + parent.value() + " before " + member.value());
            }
        }
    }

    private static int place(Value member, List<Value> order) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) == member) {
                return i;
            }
        }
        return -1;
    }

    private static void assertGradients(
            String what, double[] expected, double atU, double atV, Operation f, String hint) {
        Value u = Value.of(atU);
        Value v = Value.of(atV);
        f.of(u, v).backward();
        assertClose("gradients of " + what, expected, new double[] {u.gradient(), v.gradient()}, TOLERANCE, hint);
    }

    private static double slope(Formula f, double at) {
        Value x = Value.of(at);
        f.of(x).backward();
        return x.gradient();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
