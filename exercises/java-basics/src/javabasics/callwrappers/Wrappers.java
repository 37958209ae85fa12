package javabasics.callwrappers;

import gradus.kit.Require;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Functions that take a function and return one that does more: what Python calls decorators. The task itself knows
 * nothing of it, and wrappers can be put around wrappers.
 *
 * <p>Source: E. Gamma, R. Helm, R. Johnson and J. Vlissides, <i>Design Patterns</i>, Addison-Wesley 1994, chapter 4,
 * <i>Decorator</i>.
 */
public final class Wrappers {
    private Wrappers() {}

    /**
     * How long one call took.
     *
     * @param name of the task
     * @param nanos in billionths of a second
     * @param hasSucceeded whether it returned, and did not throw
     */
    public record Timing(String name, long nanos, boolean hasSucceeded) {}

    /**
     * A task that does what another does, and reports how long each call took, also when it throws.
     *
     * @param clock the time in nanoseconds from some beginning, such as {@link System#nanoTime}
     * @param report is handed the timing of each call
     */
    public static <T> Supplier<T> timed(String name, Supplier<T> task, LongSupplier clock, Consumer<Timing> report) {
        // begin solution: return a task that looks at the clock before and after, and reports in any case
        return () -> {
            long start = clock.getAsLong();
            boolean hasSucceeded = false;
            try {
                T result = task.get();
                hasSucceeded = true;
                return result;
            } finally {
                report.accept(new Timing(name, clock.getAsLong() - start, hasSucceeded));
            }
        };
        // end solution
    }

    /**
     * A task that tries another until it returns, a number of times. If it throws every time, what it threw last is
     * thrown.
     *
     * @param attempts how often to try in each call, at least 1
     * @throws IllegalArgumentException if attempts is below 1
     */
    public static <T> Supplier<T> retry(int attempts, Supplier<T> task) {
        Require.that(attempts >= 1, "attempts must be >= 1, but was %d", attempts);
        // begin solution: return a task that catches what the first attempts throw, and lets the last one through
        return () -> {
            for (int attempt = 1; attempt < attempts; attempt++) {
                try {
                    return task.get();
                } catch (RuntimeException e) {
                    // The next attempt may do better.
                }
            }
            return task.get();
        };
        // end solution
    }
}
