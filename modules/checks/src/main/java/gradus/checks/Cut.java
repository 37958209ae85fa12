package gradus.checks;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of positions to leave out: the first, and the one after the last. */
record Cut(int begin, int end) {
    /** The cuts that leave an allowed number of n positions: all of them, halves, quarters, …, single ones. */
    static Stream<Cut> of(int n, Data<Integer> allowed) {
        return IntStream.iterate(n, size -> size >= 1, size -> size / 2)
                .filter(size -> allowed.allows(n - size))
                .boxed()
                .flatMap(size -> IntStream.iterate(0, begin -> begin + size <= n, begin -> begin + size)
                        .mapToObj(begin -> new Cut(begin, begin + size)));
    }

    IntStream kept(int n) {
        return IntStream.range(0, n).filter(i -> i < begin || i >= end);
    }
}
