package gradus.checks;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

record WhereData<T>(Data<T> inner, Predicate<? super T> holds) implements Data<T> {
    private static final int MAX_DRAWS = 1_000;

    @Override
    public T draw(RandomGenerator random) {
        return Stream.generate(() -> inner.draw(random))
                .limit(MAX_DRAWS)
                .filter(holds)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "where holds of none of " + MAX_DRAWS + " draws: draw what it should hold of"));
    }

    @Override
    public boolean allows(T value) {
        return inner.allows(value) && holds.test(value);
    }

    @Override
    public Stream<T> simpler(T value) {
        return inner.simpler(value).filter(holds);
    }
}
