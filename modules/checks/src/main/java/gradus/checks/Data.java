package gradus.checks;

import gradus.kit.Require;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Data of one kind for {@link Property}: how to draw some, and what is simpler than those.
 *
 * <p>Simpler means fewer, rounder and nearer to 0, and ends somewhere.
 */
public interface Data<T> {
    /** Draws data; the same generator gives the same. */
    T draw(RandomGenerator random);

    /** Whether data are of this kind. */
    boolean allows(T value);

    /** Data of this kind that are simpler, the boldest attempts first; none where nothing is. */
    Stream<T> simpler(T value);

    /** Whole numbers in a closed range, all equally likely. */
    static Data<Integer> ints(int min, int max) {
        Require.that(min <= max, "max must be at least %d, but was %d", min, max);
        return new NumberData(min, max, true).as(Double::intValue, Integer::doubleValue);
    }

    /** Numbers from min to max, uniformly distributed. */
    static Data<Double> doubles(double min, double max) {
        Require.that(min < max, "max must be above %s, but was %s", min, max);
        return new NumberData(min, max, false);
    }

    /** Vectors of a length drawn first. */
    static Data<double[]> vectors(Data<Integer> length, Data<Double> entries) {
        return matrices(ints(1, 1), length, entries).as(rows -> rows[0], row -> new double[][] {row});
    }

    /** Matrices (nRows, nColumns) of a shape drawn first. */
    static Data<double[][]> matrices(Data<Integer> nRows, Data<Integer> nColumns, Data<Double> entries) {
        return new MatrixData(nRows, nColumns, entries);
    }

    /** Lists of a length drawn first. */
    static <E> Data<List<E>> lists(Data<Integer> length, Data<E> elements) {
        return new ListData<>(length, elements);
    }

    /** Those of these data of which something holds; it should hold of most. */
    default Data<T> where(Predicate<? super T> holds) {
        return new WhereData<>(this, holds);
    }

    /**
     * These data as something else that holds the same.
     *
     * @param back undoes {@code to}
     */
    default <U> Data<U> as(Function<T, U> to, Function<U, T> back) {
        Data<T> inner = this;
        return new Data<>() {
            @Override
            public U draw(RandomGenerator random) {
                return to.apply(inner.draw(random));
            }

            @Override
            public boolean allows(U value) {
                return inner.allows(back.apply(value));
            }

            @Override
            public Stream<U> simpler(U value) {
                return inner.simpler(back.apply(value)).map(to);
            }
        };
    }
}
