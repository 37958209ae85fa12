package autodiff.scalarautodiff;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.dualnumbers.Dual;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class ValueHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("operations compute with any numbers")
    void values(RandomGenerator random) {
        double u = random.nextDouble(0.2, 3);
        double v = random.nextDouble(-3, -0.2);
        Value a = Value.of(u);
        Value b = Value.of(v);
        double[] expected = {
            u + v, u - v, u * v, u / v, Math.pow(u, v), Math.exp(v), Math.log(u), Math.tanh(u), u, 0,
        };
        double[] actual = {
            a.add(b).value(),
            a.subtract(b).value(),
            a.multiply(b).value(),
            a.divide(b).value(),
            a.power(v).value(),
            b.exp().value(),
            a.log().value(),
            a.tanh().value(),
            a.relu().value(),
            b.relu().value(),
        };
        assertClose("values of ten operations", expected, actual, 1e-9, "They compute as plain numbers do.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("inOrder puts parents first in any graph")
    void anyGraph(RandomGenerator random) {
        List<Value> all = new ArrayList<>(List.of(Value.of(1.5), Value.of(-0.5), Value.of(0.25)));
        for (int k = 0; k < 25; k++) {
            Value a = all.get(random.nextInt(all.size()));
            Value b = all.get(random.nextInt(all.size()));
            all.add(random.nextBoolean() ? a.add(b) : a.subtract(b).tanh());
        }
        Value result = all.get(all.size() - 1);
        List<Value> order = result.inOrder();
        List<Value> seen = new ArrayList<>();
        for (Value node : order) {
            assertEquals(false, holds(seen, node), "a number that stands twice in inOrder()");
            for (Value parent : node.parents()) {
                assertEquals(true, holds(seen, parent), "every parent must stand before what is computed from it");
            }
            seen.add(node);
        }
        assertEquals(true, !order.isEmpty() && order.get(order.size() - 1) == result, "the result must stand last");
    }

    @Graded(stage = 3)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("long formulas have the gradients that difference quotients give")
    void longFormulas(RandomGenerator random) {
        double[] x = random.doubles(3, 0.3, 2).toArray();

        // Values and derivatives up to the fifth are below 1e3 here; quotients settle at 1e-10 of that.
        GradientCheck.of(
                        "a long formula",
                        p -> Math.log(p[0] * p[1]) * Math.tanh(p[2] - p[0])
                                + Math.exp(p[1]) / Math.pow(p[2], 1.5)
                                + Math.max(0, p[0] + p[1]))
                .by("x", 3)
                .at(
                        x,
                        Value.gradient(
                                p -> p.get(0)
                                        .multiply(p.get(1))
                                        .log()
                                        .multiply(p.get(2).subtract(p.get(0)).tanh())
                                        .add(p.get(1).exp().divide(p.get(2).power(1.5)))
                                        .add(p.get(0).add(p.get(1)).relu()),
                                x),
                        1e-6,
                        "Each operation gives its parents its own gradient times its slope.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("backward and forward agree on any graph")
    void agreesWithForwardMode(RandomGenerator random) {
        double[] x = random.doubles(3, -1, 1).toArray();
        List<Value> values = new ArrayList<>(List.of(Value.of(x[0]), Value.of(x[1]), Value.of(x[2])));
        List<Dual> duals = new ArrayList<>();
        IntStream.range(0, 3).forEach(j -> duals.add(Dual.variable(x[j], j, 3)));
        for (int k = 0; k < 20; k++) {
            // Two recent numbers, so that the last one depends on many; tanh keeps them below 1.
            int i = values.size() - 1 - random.nextInt(3);
            int j = values.size() - 1 - random.nextInt(3);
            switch (random.nextInt(3)) {
                case 0 -> {
                    values.add(values.get(i).add(values.get(j)).tanh());
                    duals.add(duals.get(i).add(duals.get(j)).tanh());
                }
                case 1 -> {
                    values.add(values.get(i).multiply(values.get(j)));
                    duals.add(duals.get(i).multiply(duals.get(j)));
                }
                default -> {
                    values.add(values.get(i).subtract(values.get(j).exp()).tanh());
                    duals.add(duals.get(i).subtract(duals.get(j).exp()).tanh());
                }
            }
        }
        values.get(values.size() - 1).backward();
        double[] backward = {
            values.get(0).gradient(), values.get(1).gradient(), values.get(2).gradient(),
        };
        // Both multiply the same slopes, in another order; sums of paths stay below 1e2 and have errors below 1e-13.
        assertClose(
                "gradient by x of a graph of 20 operations",
                duals.get(duals.size() - 1).gradient(),
                backward,
                1e-12,
                "Sum over all ways from the result to the input; an input that was not used has 0.");
    }

    private static boolean holds(List<Value> list, Value member) {
        return list.stream().anyMatch(value -> value == member);
    }
}
