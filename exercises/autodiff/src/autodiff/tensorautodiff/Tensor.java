package autodiff.tensorautodiff;

import arraysandtables.ndarrayaxes.Axes;
import arraysandtables.ndarraycore.NdArray;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An array that remembers what it was computed from, as far as parameters are concerned. {@link #backward} on a single
 * number gives every parameter the derivative of that number, in the parameter's own shape.
 *
 * <p>Numbers cross the border of this class as copies: what is handed in or out can be changed without harm. Inside,
 * arrays are never changed, so operations share them. {@link #set} puts a new array in the place of the old one.
 *
 * <p>Source: A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, §3.2; M. Giles, <i>An
 * Extended Collection of Matrix Derivative Results for Forward and Reverse Mode Algorithmic Differentiation</i>, Oxford
 * 2008, §2, for the matrix product.
 */
public final class Tensor {
    private final List<Tensor> parents;
    private final @Nullable Pullback pullback;
    private final boolean needsGradient;
    /** The longest way to a tensor that was not computed. */
    private final int depth;

    private NdArray value;
    private @Nullable NdArray gradient;

    private Tensor(NdArray value, List<Tensor> parents, @Nullable Pullback pullback, boolean needsGradient) {
        this.value = value;
        this.parents = parents;
        this.pullback = pullback;
        this.needsGradient = needsGradient;
        this.depth = 1 + parents.stream().mapToInt(parent -> parent.depth).max().orElse(-1);
    }

    /** Data: an array that has no gradient. */
    public static Tensor of(NdArray value) {
        return new Tensor(copy(value), List.of(), null, false);
    }

    /** Data, from elements in row-major order; without a shape, a single number. */
    public static Tensor of(double[] elements, int... shape) {
        return new Tensor(NdArray.of(elements, shape), List.of(), null, false);
    }

    /** An array that can be set, and that collects a gradient. */
    public static Tensor parameter(NdArray value) {
        return new Tensor(copy(value), List.of(), null, true);
    }

    /**
     * What an operation gave. If no parent needs a gradient, nothing is remembered.
     *
     * @param value result of the operation; handed over, so not to be changed afterwards
     * @param parents what it was computed from; the same tensor may stand there twice
     * @param pullback how they get their gradients
     */
    public static Tensor operation(NdArray value, List<Tensor> parents, Pullback pullback) {
        return parents.stream().anyMatch(parent -> parent.needsGradient)
                ? new Tensor(value, List.copyOf(parents), pullback, true)
                : new Tensor(value, List.of(), null, false);
    }

    private static NdArray copy(NdArray a) {
        return NdArray.of(a.toArray(), a.shape());
    }

    /** Lengths of the axes. */
    public int[] shape() {
        return value.shape();
    }

    /** The numbers: a copy. */
    public NdArray value() {
        return copy(value);
    }

    /**
     * The number, of a tensor that holds only one.
     *
     * @throws IllegalArgumentException if it holds more
     */
    public double item() {
        Require.that(value.size() == 1, "item needs a single number, but shape was %s", Arrays.toString(shape()));
        return value.toArray()[0];
    }

    /** Whether it is a parameter, or was computed from one. */
    public boolean needsGradient() {
        return needsGradient;
    }

    /** The same numbers as data: what is computed from them remembers nothing. */
    public Tensor detach() {
        return new Tensor(value, List.of(), null, false);
    }

    /**
     * Gives a parameter other numbers. What was computed before keeps the old ones, also for its gradients.
     *
     * @throws IllegalArgumentException if this is no parameter, or the shape is another
     */
    public void set(NdArray newValue) {
        requireParameter("set");
        Require.that(
                Arrays.equals(newValue.shape(), shape()),
                "newValue must have shape %s, but has %s",
                Arrays.toString(shape()),
                Arrays.toString(newValue.shape()));
        value = copy(newValue);
    }

    /**
     * The sum of the gradients that a parameter got since it was made or {@link #zeroGradient} was called: a copy.
     *
     * @throws IllegalArgumentException if this is no parameter
     */
    public NdArray gradient() {
        requireParameter("gradient");
        return gradient == null ? value.apply(x -> 0) : copy(gradient);
    }

    /**
     * Forgets a parameter's gradients.
     *
     * @throws IllegalArgumentException if this is no parameter
     */
    public void zeroGradient() {
        requireParameter("zeroGradient");
        gradient = null;
    }

    private boolean isParameter() {
        return needsGradient && pullback == null;
    }

    private void requireParameter(String what) {
        Require.that(isParameter(), "%s is for parameters, but this tensor is data or was computed", what);
    }

    /** The sums of elements, after broadcasting. */
    public Tensor add(Tensor other) {
        // begin solution: the sum; both parents get the gradient as it is
        return operation(value.add(other.value), List.of(this, other), (k, g) -> g);
        // end solution
    }

    /** The differences of elements, after broadcasting. */
    public Tensor subtract(Tensor other) {
        // begin solution: the difference; what does the second parent get?
        return operation(
                value.combine(other.value, (a, b) -> a - b),
                List.of(this, other),
                (k, g) -> k == 0 ? g : g.apply(x -> -x));
        // end solution
    }

    /** The products of elements, after broadcasting. */
    public Tensor multiply(Tensor other) {
        // begin solution: the product; each parent gets the gradient times the other, as it is now
        NdArray a = value;
        NdArray b = other.value;
        return operation(a.multiply(b), List.of(this, other), (k, g) -> g.multiply(k == 0 ? b : a));
        // end solution
    }

    /**
     * The matrix product; before the last two axes there may be others, which are broadcast.
     *
     * @param other (…, m, p); this tensor is (…, n, m)
     * @return (…, n, p)
     */
    public Tensor matmul(Tensor other) {
        // begin solution: the product C = A·B, with Axes.matmul; A gets G·Bᵀ and B gets Aᵀ·G
        NdArray a = value;
        NdArray b = other.value;
        return operation(
                Axes.matmul(a, b),
                List.of(this, other),
                (k, g) -> k == 0 ? Axes.matmul(g, turned(b)) : Axes.matmul(turned(a), g));
        // end solution
    }

    /** The matrices in the last two axes transposed: a view. */
    private static NdArray turned(NdArray a) {
        int n = a.shape().length;
        int[] order = IntStream.range(0, n).toArray();
        order[n - 2] = n - 1;
        order[n - 1] = n - 2;
        return a.transpose(order);
    }

    /** Each element where it is above 0, else 0. At 0 the slope is 0 by convention. */
    public Tensor relu() {
        // begin solution: what comes out, and which elements let the gradient through
        NdArray a = value;
        return operation(
                a.apply(x -> Math.max(0, x)), List.of(this), (k, g) -> g.combine(a, (slope, x) -> x > 0 ? slope : 0));
        // end solution
    }

    /** The hyperbolic tangent of each element. */
    public Tensor tanh() {
        // begin solution: what comes out, and the gradient times 1 - tanh²
        NdArray t = value.apply(Math::tanh);
        return operation(t, List.of(this), (k, g) -> g.combine(t, (slope, x) -> slope * (1 - x * x)));
        // end solution
    }

    /** e to the power of each element. */
    public Tensor exp() {
        // begin solution: what comes out is also the slope
        NdArray e = value.apply(Math::exp);
        return operation(e, List.of(this), (k, g) -> g.multiply(e));
        // end solution
    }

    /** The natural logarithm of each element; all are above 0. */
    public Tensor log() {
        // begin solution: what comes out, and the gradient divided by the element
        NdArray a = value;
        return operation(a.apply(Math::log), List.of(this), (k, g) -> g.combine(a, (slope, x) -> slope / x));
        // end solution
    }

    /** The same elements in row-major order, with other axes. */
    public Tensor reshape(int... newShape) {
        // begin solution: the gradient goes back to the shape of before
        int[] before = shape();
        return operation(value.reshape(newShape), List.of(this), (k, g) -> g.reshape(before));
        // end solution
    }

    /**
     * The axes in another order: axis k of the result is axis order[k] of this tensor.
     *
     * @param order (nAxes) every axis once
     */
    public Tensor transpose(int... order) {
        // begin solution: the gradient goes back with the order that undoes this one
        int[] inverse = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            inverse[order[axis]] = axis;
        }
        return operation(value.transpose(order), List.of(this), (k, g) -> g.transpose(inverse));
        // end solution
    }

    /**
     * The sums along an axis, which is left out of the result.
     *
     * @param axis in [0, nAxes)
     */
    public Tensor sum(int axis) {
        // begin solution: Axes.sum; every element of a sum gets the sum's gradient: put the axis back, and repeat
        int[] full = shape();
        NdArray sums = Axes.sum(value, axis);
        int[] kept = full.clone();
        kept[axis] = 1;
        return operation(sums, List.of(this), (k, g) -> g.reshape(kept).broadcastTo(full));
        // end solution
    }

    /**
     * The means along an axis, which is left out of the result.
     *
     * @param axis in [0, nAxes)
     */
    public Tensor mean(int axis) {
        // begin solution: sums, times a constant; you have both operations
        return sum(axis).multiply(of(new double[] {1.0 / shape()[axis]}));
        // end solution
    }

    /** The sum of all elements: a single number. */
    public Tensor sum() {
        return reshape(value.size()).sum(0);
    }

    /** The mean of all elements: a single number. */
    public Tensor mean() {
        return reshape(value.size()).mean(0);
    }

    /**
     * Sums an array back to a shape that was broadcast to the array's. An element that was repeated changes the result
     * in each of its places.
     *
     * @param a array
     * @param shape lengths of the axes before broadcasting
     * @return in that shape
     */
    public static NdArray sumTo(NdArray a, int... shape) {
        // begin solution: sum away the axes in front; along axes that had length 1, sum and put the axis back
        NdArray sum = a;
        while (sum.shape().length > shape.length) {
            sum = Axes.sum(sum, 0);
        }
        for (int axis = 0; axis < shape.length; axis++) {
            int[] kept = sum.shape();
            if (shape[axis] == 1 && kept[axis] > 1) {
                kept[axis] = 1;
                sum = Axes.sum(sum, axis).reshape(kept);
            }
        }
        return sum;
        // end solution
    }

    /**
     * Adds the derivative of this single number to the gradient of every parameter that it was computed from.
     *
     * @throws IllegalArgumentException if this holds more than one number, or no parameter had a part in it
     */
    public void backward() {
        Require.that(value.size() == 1, "backward needs a single number, but shape was %s", Arrays.toString(shape()));
        Require.that(needsGradient, "backward needs a parameter somewhere, but there is only data");
        Map<Tensor, NdArray> gradients = new IdentityHashMap<>();
        PriorityQueue<Tensor> waiting = new PriorityQueue<>(
                Comparator.comparingInt((Tensor tensor) -> tensor.depth).reversed());
        gradients.put(this, value.apply(x -> 1));
        waiting.add(this);
        while (!waiting.isEmpty()) {
            Tensor next = waiting.remove();
            NdArray g = Objects.requireNonNull(gradients.remove(next), "a tensor waits that has no gradient");
            next.handBack(g, gradients, waiting);
        }
    }

    /**
     * Hands a gradient on. A parameter keeps it; every other tensor gives its parents their shares.
     *
     * @param g gradient of this tensor, from all that used it
     * @param gradients of the tensors that wait, as far as they are known
     * @param waiting tensors whose turn comes, the deepest first; each once
     */
    private void handBack(NdArray g, Map<Tensor, NdArray> gradients, PriorityQueue<Tensor> waiting) {
        // begin solution: a parameter adds g to its gradient. Else, for each parent that needs one: pull its share, sum
        // it to its shape, add it to what is there; who is met for the first time waits from now on
        if (pullback == null) {
            gradient = gradient == null ? g : gradient.add(g);
            return;
        }
        for (int k = 0; k < parents.size(); k++) {
            Tensor parent = parents.get(k);
            if (parent.needsGradient) {
                NdArray share = sumTo(pullback.pull(k, g), parent.shape());
                if (gradients.merge(parent, share, NdArray::add) == share) {
                    waiting.add(parent);
                }
            }
        }
        // end solution
    }
}
