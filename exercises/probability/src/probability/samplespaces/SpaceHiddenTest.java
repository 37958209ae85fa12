package probability.samplespaces;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class SpaceHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("De Morgan's laws hold for any two sets")
    void deMorganForSets(RandomGenerator random) {
        Space space = space(random, 12);
        Set<String> whole = new LinkedHashSet<>(space.outcomes());
        Set<String> a = drawn(random, space);
        Set<String> b = drawn(random, space);
        Set<String> neither = new LinkedHashSet<>(whole);
        neither.removeIf(outcome -> a.contains(outcome) || b.contains(outcome));

        assertEquals(neither, Sets.complement(whole, Sets.union(a, b)), "What is neither in one nor in the other.");
        assertEquals(
                neither,
                Sets.intersection(Sets.complement(whole, a), Sets.complement(whole, b)),
                "What is not in one, and not in the other.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("truthTable has the values of any formula")
    void anyFormula(RandomGenerator random) {
        int n = random.nextInt(2, 6);
        boolean[] secret = new boolean[1 << n];
        for (int r = 0; r < secret.length; r++) {
            secret[r] = random.nextBoolean();
        }

        assertRows(
                "truthTable of a drawn formula",
                Objects.requireNonNull(LogicTest.letters(
                        Reference.of(() -> Logic.truthTable(n, v -> secret[number(v)])))),
                LogicTest.letters(Logic.truthTable(n, v -> secret[number(v)])),
                "One row for each case; hand the case's values to the formula.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the total probability is put together from conditional ones")
    void totalProbability(RandomGenerator random) {
        Space space = space(random, 10);
        Set<String> a = drawn(random, space);
        Set<String> b = new LinkedHashSet<>(space.outcomes().subList(0, random.nextInt(2, 8)));
        Set<String> notB = new LinkedHashSet<>(space.outcomes());
        notB.removeAll(b);

        Set<String> both = new LinkedHashSet<>(a);
        both.retainAll(b);

        assertClose(
                "P(A | B) P(B)",
                sum(space, both),
                space.conditional(a, b) * sum(space, b),
                SpaceTest.TOLERANCE,
                "P(A | B) = P(A ∩ B) / P(B).");
        assertClose(
                "P(A | B) P(B) + P(A | not B) P(not B)",
                sum(space, a),
                space.conditional(a, b) * sum(space, b) + space.conditional(a, notB) * sum(space, notB),
                SpaceTest.TOLERANCE,
                "P(A | B) = P(A ∩ B) / P(B).");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("inclusionExclusion ends with the probability of the union")
    void union(RandomGenerator random) {
        Space space = space(random, 15);
        List<Set<String>> events =
                IntStream.range(0, 5).mapToObj(k -> drawn(random, space)).toList();
        Set<String> union = new LinkedHashSet<>();
        events.forEach(union::addAll);
        double[] sums = space.inclusionExclusion(events);

        assertEquals(5, sums.length, "One sum for each number of events that are intersected.");
        // 31 probabilities of sums below 10: 1e-14 at most.
        assertClose(
                "the last sum", sum(space, union), sums[4], 1e-13, "Odd numbers of events add, even ones subtract.");
        double singles = events.stream().mapToDouble(event -> sum(space, event)).sum();
        assertClose("the first sum", singles, sums[0], 1e-13, "Single events alone.");
    }

    private static int number(boolean[] bits) {
        int number = 0;
        for (boolean bit : bits) {
            number = 2 * number + (bit ? 1 : 0);
        }
        return number;
    }

    private static Space space(RandomGenerator random, int n) {
        double[] weights =
                IntStream.range(0, n).mapToDouble(i -> random.nextInt(1, 9)).toArray();
        double total = Arrays.stream(weights).sum();
        return new Space(
                IntStream.range(0, n).mapToObj(i -> "w" + i).toList(),
                Arrays.stream(weights).map(w -> w / total).toArray());
    }

    private static Set<String> drawn(RandomGenerator random, Space space) {
        Set<String> event = new LinkedHashSet<>();
        space.outcomes().stream().filter(outcome -> random.nextBoolean()).forEach(event::add);
        return event;
    }

    private static double sum(Space space, Set<String> event) {
        return IntStream.range(0, space.outcomes().size())
                .filter(i -> event.contains(space.outcomes().get(i)))
                .mapToDouble(i -> space.probabilities()[i])
                .sum();
    }
}
