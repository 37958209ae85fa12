package autodiff.scalarautodiff;

import gradus.kit.Require;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * A number that remembers what it was computed from. All derivatives of one result follow in a single pass backwards
 * through the graph of what was computed, whatever the number of inputs.
 *
 * <p>Let g be the gradient of a result by some number on the way. Through every operation that used this number, g gets
 * {@code gradient of what came out · slope of the operation}. So when a number's turn comes, all that used it must have
 * had theirs.
 *
 * <p>Source: A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, §3.2; A. G. Baydin et al.,
 * <i>Automatic Differentiation in Machine Learning: a Survey</i>, Journal of Machine Learning Research 18 (2018), §3.2.
 */
public final class Value {
    private final double value;
    private final String operation;
    private final List<Value> parents;
    private final double[] slopes;
    private double gradient;

    /**
     * @param operation its sign or name; empty for an input
     * @param parents what it was computed from; the same number may stand there twice
     * @param slopes (nParents) derivative of the operation by each of them
     */
    private Value(double value, String operation, List<Value> parents, double... slopes) {
        this.value = value;
        this.operation = operation;
        this.parents = parents;
        this.slopes = slopes;
    }

    /** An input, or a constant: a number that was not computed from others. */
    public static Value of(double value) {
        return new Value(value, "", List.of());
    }

    /** The number. */
    public double value() {
        return value;
    }

    /** The derivative, by this number, of what {@link #backward} was called on; 0 before. */
    public double gradient() {
        return gradient;
    }

    /** Sign or name of the operation that gave this number; empty for an input. */
    public String operation() {
        return operation;
    }

    /** What this number was computed from. */
    public List<Value> parents() {
        return parents;
    }

    /** The sum. */
    public Value add(Value other) {
        // begin solution: what comes out, how it came, from what, and the slope by each of these
        return new Value(value + other.value, "+", List.of(this, other), 1, 1);
        // end solution
    }

    /** This number less another. */
    public Value subtract(Value other) {
        // begin solution: as for a sum, with other slopes
        return new Value(value - other.value, "-", List.of(this, other), 1, -1);
        // end solution
    }

    /** The product. */
    public Value multiply(Value other) {
        // begin solution: the slope by one factor is the other
        return new Value(value * other.value, "*", List.of(this, other), other.value, value);
        // end solution
    }

    /** This number divided by another, which is not 0. */
    public Value divide(Value other) {
        // begin solution: the quotient q = u/v has the slopes 1/v and -q/v
        double quotient = value / other.value;
        return new Value(quotient, "/", List.of(this, other), 1 / other.value, -quotient / other.value);
        // end solution
    }

    /**
     * This number to a constant power. Its slope is {@code p·xᵖ⁻¹}, and 0 for p = 0, also where x is 0.
     *
     * @param p any number; if it is not whole, this number is not below 0
     */
    public Value power(double p) {
        // begin solution: the power and its slope
        return new Value(Math.pow(value, p), "power", List.of(this), p == 0 ? 0 : p * Math.pow(value, p - 1));
        // end solution
    }

    /** e to the power of this number. */
    public Value exp() {
        // begin solution: the exponential is its own slope
        double result = Math.exp(value);
        return new Value(result, "exp", List.of(this), result);
        // end solution
    }

    /** The natural logarithm of this number, which is above 0. */
    public Value log() {
        // begin solution: the logarithm and its slope
        return new Value(Math.log(value), "log", List.of(this), 1 / value);
        // end solution
    }

    /** The hyperbolic tangent t, whose slope is {@code 1 - t²}. */
    public Value tanh() {
        // begin solution: the hyperbolic tangent and its slope
        double t = Math.tanh(value);
        return new Value(t, "tanh", List.of(this), 1 - t * t);
        // end solution
    }

    /** This number where it is above 0, else 0. At 0 its slope is 0 by convention. */
    public Value relu() {
        // begin solution: the larger of 0 and the number, and its slope
        return new Value(Math.max(0, value), "relu", List.of(this), value > 0 ? 1 : 0);
        // end solution
    }

    /**
     * Everything this number was computed from, and itself at the end: each number once, and none before its parents.
     * Graphs may be deeper than Java's stack, so this method does not call itself.
     */
    public List<Value> inOrder() {
        // begin solution: keep the path from this number to where you are, and for each on it the parents
        // that are left to go to; who has none left is listed
        List<Value> order = new ArrayList<>();
        Set<Value> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> path = new ArrayDeque<>(List.of(this));
        Deque<Iterator<Value>> left = new ArrayDeque<>(List.of(parents.iterator()));
        while (!path.isEmpty()) {
            if (left.getFirst().hasNext()) {
                Value parent = left.getFirst().next();
                if (met.add(parent)) {
                    path.addFirst(parent);
                    left.addFirst(parent.parents.iterator());
                }
            } else {
                left.removeFirst();
                order.add(path.removeFirst());
            }
        }
        return order;
        // end solution
    }

    /** How many numbers there are in the graph of this one, itself included. */
    public int graphSize() {
        return inOrder().size();
    }

    /**
     * Computes the derivative of this number by everything it was computed from, and by itself, which is 1. Gradients
     * that were there before do not count.
     */
    public void backward() {
        // begin solution: set all gradients to 0 and this one to 1; go against the order and give every parent its
        // share
        List<Value> order = inOrder();
        order.forEach(node -> node.gradient = 0);
        gradient = 1;
        for (int i = order.size() - 1; i >= 0; i--) {
            Value node = order.get(i);
            for (int k = 0; k < node.slopes.length; k++) {
                node.parents.get(k).gradient += node.slopes[k] * node.gradient;
            }
        }
        // end solution
    }

    /**
     * All derivatives of a function of n numbers, in one pass backwards.
     *
     * @param f (n) to a number, written with the operations of this class
     * @param x (n) where
     * @return (n)
     */
    public static double[] gradient(Function<List<Value>, Value> f, double... x) {
        List<Value> inputs = DoubleStream.of(x).mapToObj(Value::of).toList();
        f.apply(inputs).backward();
        return inputs.stream().mapToDouble(Value::gradient).toArray();
    }

    /**
     * The value of a polynomial by Horner's rule, {@code (… (cₙ·x + cₙ₋₁)·x + …)·x + c₀}: a chain of 2n operations.
     *
     * @param coefficients (n + 1) from the constant one upwards, at least one
     */
    public static Value polynomial(double[] coefficients, Value x) {
        Require.that(coefficients.length > 0, "coefficients must have at least 1 entry, but is empty");
        Value sum = of(coefficients[coefficients.length - 1]);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            sum = sum.multiply(x).add(of(coefficients[k]));
        }
        return sum;
    }
}
