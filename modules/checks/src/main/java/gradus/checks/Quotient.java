package gradus.checks;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Difference quotients of a function along one parameter.
 *
 * @param step how far they look to either side
 * @param left slope from the left to the point
 * @param right slope from the point to the right
 * @param both slope from the left to the right: right but for the square of the step, where there is no kink
 * @param rounding what round-off in the last digit of the function makes of it
 */
record Quotient(double step, double left, double right, double both, double rounding) {
    /**
     * @param value the function's at the point
     * @param lastDigit what one unit in the last digit of a value of the function is worth
     */
    static Quotient of(
            ToDoubleFunction<double[]> f,
            DoubleUnaryOperator lastDigit,
            double[] point,
            double value,
            int k,
            double step) {
        double[] before = point.clone();
        double[] after = point.clone();
        double h = step * Math.max(1, Math.abs(point[k]));
        before[k] -= h;
        after[k] += h;
        double back = point[k] - before[k]; // not quite h: the sum was rounded
        double forth = after[k] - point[k];
        double low = f.applyAsDouble(before);
        double high = f.applyAsDouble(after);
        double digit = Math.max(
                lastDigit.applyAsDouble(value), Math.max(lastDigit.applyAsDouble(low), lastDigit.applyAsDouble(high)));
        return new Quotient(
                step, (value - low) / back, (high - value) / forth, (high - low) / (back + forth), 2 * digit / h);
    }

    /** Whether it says that a derivative is right, and round-off lets it say so. */
    boolean agrees(double derivative, double tolerance) {
        double allowed = tolerance * Math.max(1, Math.abs(both));
        return rounding <= allowed && Math.abs(derivative - both) <= allowed;
    }

    /** How far this quotient may be off, seen from one of a longer step. */
    double doubt(Quotient longer) {
        return Math.abs(both - longer.both) + rounding + (isKinkBeside(longer) ? gap() / 2 : 0);
    }

    /** Left and right come together with the step where a function is smooth, and go apart where it jumps. */
    boolean isKinkBeside(Quotient longer) {
        return gap() > longer.gap() / 2 && gap() < 2 * longer.gap() && gap() > 8 * rounding;
    }

    private double gap() {
        return Math.abs(right - left);
    }
}
