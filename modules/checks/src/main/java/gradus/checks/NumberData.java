package gradus.checks;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** @param whole whether there are no numbers between whole ones */
record NumberData(double min, double max, boolean whole) implements Data<Double> {
    @Override
    public Double draw(RandomGenerator random) {
        return whole ? (double) random.nextLong((long) min, (long) max + 1) : random.nextDouble(min, max);
    }

    @Override
    public boolean allows(Double value) {
        return min <= value && value <= max && (!whole || value == Math.rint(value));
    }

    /** The allowed number nearest to 0; without its sign; rounded; where that is done, in ever shorter steps to 0. */
    @Override
    public Stream<Double> simpler(Double value) {
        double simplest = Math.max(min, Math.min(max, 0));
        if (value == simplest) {
            return Stream.empty();
        }
        double rounded = Math.rint(value);
        DoubleStream attempts = value == rounded
                ? DoubleStream.concat(DoubleStream.of(simplest, Math.abs(value)), towardsZero(value))
                : DoubleStream.of(simplest, rounded, Math.rint(10 * value) / 10);
        return attempts.filter(attempt -> attempt != value && allows(attempt))
                .distinct()
                .boxed();
    }

    /** Half the way, a quarter, …, and the last step of 1. */
    private static DoubleStream towardsZero(double value) {
        return DoubleStream.iterate(Math.abs(value) / 2, step -> step >= 0.5, step -> step / 2)
                .map(step -> value - Math.signum(value) * Math.ceil(step));
    }
}
