package gradus.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * The median of one contestant in units of the median of another.
 *
 * @param name the two of them, such as {@code mvn/watch}
 * @param quantity what of them is compared
 * @param of the contestant above
 * @param by the contestant below
 * @param bar what the ratio has to reach; null for nothing
 * @param remark what to know about it, or empty
 */
record Ratio(
        String name,
        Quantity quantity,
        String of,
        String by,
        double value,
        @Nullable Bar bar,
        String remark) {}
