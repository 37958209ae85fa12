package javabasics.lazystreams;

import gradus.kit.NotAttempted;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A sequence whose elements are made one at a time, when somebody asks for them: what Python calls a generator. It may
 * be endless.
 *
 * <p>Each operation makes a new sequence and takes nothing from the old one yet. Every loop begins anew, as far as the
 * source allows that.
 *
 * <p>Source: H. Abelson and G. J. Sussman, <i>Structure and Interpretation of Computer Programs</i>, 2nd ed., MIT Press
 * 1996, §3.5; the names are those of {@link java.util.stream.Stream}.
 */
public final class Lazy<T> implements Iterable<T> {
    private final Iterable<T> source;

    private Lazy(Iterable<T> source) {
        this.source = source;
    }

    /** The elements of something that can be looped over, such as a list or a reader of rows. */
    public static <T> Lazy<T> of(Iterable<T> source) {
        return new Lazy<>(source);
    }

    /** An iterator at the beginning. */
    @Override
    public Iterator<T> iterator() {
        return source.iterator();
    }

    /**
     * The endless sequence first, step(first), step(step(first)), … An element is computed when it is asked for.
     *
     * @param step makes an element of the one before it
     */
    public static <T> Lazy<T> iterate(T first, UnaryOperator<T> step) {
        return new Lazy<>(() -> new Iterator<T>() {
            private T last = first;
            private boolean begun = false;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public T next() {
                if (begun) {
                    last = step.apply(last);
                }
                begun = true;
                return last;
            }
        });
    }

    /** What a function makes of each element. */
    public <R> Lazy<R> map(Function<? super T, ? extends R> function) {
        return new Lazy<>(() -> {
            Iterator<T> elements = iterator();
            return new Iterator<R>() {
                @Override
                public boolean hasNext() {
                    return elements.hasNext();
                }

                @Override
                public R next() {
                    return function.apply(elements.next());
                }
            };
        });
    }

    /** The elements of which something holds, in their order. */
    public Lazy<T> filter(Predicate<? super T> predicate) {
        return new Lazy<>(() -> {
            Iterator<T> elements = iterator();
            return new Iterator<T>() {
                private Optional<T> kept = Optional.empty();

                @Override
                public boolean hasNext() {
                    while (kept.isEmpty() && elements.hasNext()) {
                        kept = Optional.of(elements.next()).filter(predicate);
                    }
                    return kept.isPresent();
                }

                @Override
                public T next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    T result = kept.get();
                    kept = Optional.empty();
                    return result;
                }
            };
        });
    }

    /**
     * The first n elements, or all if there are fewer. It never asks this sequence for more, nor whether there are
     * more.
     *
     * @param n 0 or more
     * @throws IllegalArgumentException if n is below 0
     */
    public Lazy<T> limit(int n) {
        Require.that(n >= 0, "n must be >= 0, but was %d", n);
        return new Lazy<>(() -> {
            Iterator<T> elements = iterator();
            return new Iterator<T>() {
                private int left = n;

                @Override
                public boolean hasNext() {
                    return left > 0 && elements.hasNext();
                }

                @Override
                public T next() {
                    if (left == 0) {
                        throw new NoSuchElementException();
                    }
                    left--;
                    return elements.next();
                }
            };
        });
    }

    /** All elements; of an endless sequence take a {@link #limit} first. */
    public List<T> toList() {
        List<T> result = new ArrayList<>();
        for (T element : this) {
            result.add(element);
        }
        return result;
    }

    /**
     * How many elements have each key.
     *
     * @return counts by key, the keys in their order
     */
    public <K extends Comparable<K>> Map<K, Long> countBy(Function<? super T, ? extends K> key) {
        // TODO a stream of the elements, collected with groupingBy into a TreeMap of counts
        throw new NotAttempted();
    }
}
