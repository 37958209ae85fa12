package javabasics.lazystreams;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class LazyHiddenTest {
    private static final Data<List<Integer>> NUMBERS = Data.lists(Data.ints(0, 12), Data.ints(-9, 9));

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("iterate and map agree with a loop, for any step")
    void agreesWithALoop(RandomGenerator random) {
        int factor = random.nextInt(2, 9);
        int shift = random.nextInt(1, 9);
        int first = random.nextInt(-5, 6);
        List<Integer> seen = new ArrayList<>();
        int[] nSteps = new int[1];
        var numbers = Lazy.iterate(first, x -> {
                    if (++nSteps[0] > 100) {
                        throw new IllegalStateException("100 steps were enough");
                    }
                    return factor * x + shift;
                })
                .map(x -> x - shift)
                .iterator();

        List<Integer> expected = new ArrayList<>();
        for (int x = first; expected.size() < 6; x = factor * x + shift) {
            expected.add(x - shift);
            seen.add(numbers.next());
        }
        assertEquals(expected, seen, "elements of iterate(…).map(…).");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a chain of operations agrees with Java's streams, and asks no more of its source")
    void agreesWithStreams(RandomGenerator random) {
        int n = random.nextInt(1, 6);
        int remainder = random.nextInt(3);
        Property.forAll(random, 8, "numbers", NUMBERS, numbers -> {
            int[] nMapped = new int[1];
            List<Integer> seen = new ArrayList<>();
            for (int x : Lazy.of(numbers)
                    .map(x -> {
                        nMapped[0]++;
                        return x + 1;
                    })
                    .filter(x -> Math.floorMod(x, 3) == remainder)
                    .limit(n)) {
                seen.add(x);
            }
            List<Integer> expected = numbers.stream()
                    .map(x -> x + 1)
                    .filter(x -> Math.floorMod(x, 3) == remainder)
                    .limit(n)
                    .toList();
            assertEquals(expected, seen, "elements mapped, filtered and limited.");
            int nNeeded = expected.size() < n
                    ? numbers.size()
                    : IntStream.rangeClosed(1, numbers.size())
                            .filter(k -> numbers.subList(0, k).stream()
                                            .filter(x -> Math.floorMod(x + 1, 3) == remainder)
                                            .count()
                                    == n)
                            .findFirst()
                            .orElseThrow();
            assertEquals(nNeeded, nMapped[0], "elements taken from the source.");
        });
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("countBy agrees with counting by hand, for any key")
    void countsAnything(RandomGenerator random) {
        int modulus = random.nextInt(2, 6);
        Property.forAll(random, 6, "numbers", NUMBERS, numbers -> {
            TreeMap<Integer, Long> expected = new TreeMap<>();
            numbers.forEach(x -> expected.merge(Math.floorMod(x, modulus), 1L, Long::sum));
            var counts = Lazy.of(numbers).countBy(x -> Math.floorMod(x, modulus));
            assertEquals(expected, counts, "counts by the remainder.");
            assertEquals(
                    expected.keySet().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    counts.keySet().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    "keys in their order.");
        });
    }
}
