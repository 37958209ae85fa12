package probability.samplespaces;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpaceTest {
    /** Sums of at most 36 numbers below 1: 36 · 1.1e-16. */
    static final double TOLERANCE = 1e-14;

    static final List<String> FACES = List.of("1", "2", "3", "4", "5", "6");

    /** Two fair dice, without the learner's help. */
    static Space dice() {
        List<String> pairs = FACES.stream()
                .flatMap(first -> FACES.stream().map(second -> first + " " + second))
                .toList();
        double[] probabilities = new double[36];
        Arrays.fill(probabilities, 1 / 36.0);
        return new Space(pairs, probabilities);
    }

    /** A die that falls on 6 half of the time. */
    static Space loaded() {
        return new Space(FACES, new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.5});
    }

    static int sum(String pair) {
        return pair.charAt(0) - '0' + pair.charAt(2) - '0';
    }

    /** The outcomes of two dice with a sum. */
    static Set<String> ofSum(int sum) {
        Set<String> event = new LinkedHashSet<>();
        dice().outcomes().stream().filter(pair -> sum(pair) == sum).forEach(event::add);
        return event;
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("in a uniform space all outcomes have the same probability")
    void equallyLikely() {
        Space space = Space.uniform(List.of("red", "green", "blue", "white"));

        assertEquals(List.of("red", "green", "blue", "white"), space.outcomes(), "The outcomes stay as they are.");
        assertClose(
                "uniform({red, green, blue, white}).probabilities()",
                new double[] {0.25, 0.25, 0.25, 0.25},
                space.probabilities(),
                TOLERANCE,
                "1 divided by the number of outcomes.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("one experiment and then another: pairs of outcomes, products of probabilities")
    void pairs() {
        Space coin = new Space(List.of("H", "T"), new double[] {0.75, 0.25});
        Space drawn = new Space(List.of("x", "y", "z"), new double[] {0.5, 0.25, 0.25});
        Space both = coin.then(drawn);

        assertEquals(
                List.of("H x", "H y", "H z", "T x", "T y", "T z"),
                both.outcomes(),
                "coin.then(drawn).outcomes(): the second outcome changes fastest, with a space before it.");
        assertClose(
                "coin.then(drawn).probabilities()",
                new double[] {0.375, 0.1875, 0.1875, 0.125, 0.0625, 0.0625},
                both.probabilities(),
                TOLERANCE,
                "P(H) · P(x) and so on: the second experiment knows nothing of the first.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("event keeps the outcomes for which something holds")
    void events() {
        assertEquals(
                Set.of("1 3", "2 2", "3 1"),
                dice().event(pair -> sum(pair) == 4),
                "event(sum is 4) of two dice: 1 3, 2 2 and 3 1.");
        assertEquals(Set.of(), loaded().event(face -> face.equals("7")), "No outcome is a 7: the empty set.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the probability of an event is the sum over its outcomes")
    void probabilities() {
        assertClose(
                "probability(sum is 7) of two dice",
                6 / 36.0,
                dice().probability(ofSum(7)),
                TOLERANCE,
                "Six of 36 pairs.");
        assertClose(
                "probability({5, 6}) of a die that falls on 6 half of the time",
                0.6,
                loaded().probability(Set.of("5", "6")),
                TOLERANCE,
                "Add their probabilities; counting outcomes is right only where all are equally likely.");
        assertClose("probability({})", 0, loaded().probability(Set.of()), 0, "Nothing never happens.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("conditional takes the share among the cases in which the other event happens")
    void conditionals() {
        Set<String> firstIsThree = Set.of("3 1", "3 2", "3 3", "3 4", "3 5", "3 6");

        assertClose(
                "P(sum is 4 | first is 3)",
                1 / 6.0,
                dice().conditional(ofSum(4), firstIsThree),
                TOLERANCE,
                "Of six pairs that begin with 3 one has the sum 4.");
        assertClose(
                "P(first is 3 | sum is 4)",
                1 / 3.0,
                dice().conditional(firstIsThree, ofSum(4)),
                TOLERANCE,
                "Of three pairs with the sum 4 one begins with 3: P(A | B) is not P(B | A).");
        assertClose(
                "P({5, 6} | {4, 6}) of the loaded die",
                5 / 6.0,
                loaded().conditional(Set.of("5", "6"), Set.of("4", "6")),
                TOLERANCE,
                "P(A ∩ B) / P(B) = 0.5 / 0.6.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("independent events: P(A ∩ B) = P(A) P(B)")
    void independence() {
        Set<String> firstIsThree = Set.of("3 1", "3 2", "3 3", "3 4", "3 5", "3 6");

        assertTrue(
                dice().areIndependent(firstIsThree, ofSum(7)),
                "areIndependent(first is 3, sum is 7): whatever falls first, one of six second dice makes it 7.");
        assertFalse(
                dice().areIndependent(firstIsThree, ofSum(8)),
                "areIndependent(first is 3, sum is 8): 5/36 before, 1/6 once the first is 3. P(A ∩ B) is not P(A) P(B).");
        assertFalse(
                loaded().areIndependent(Set.of("1"), Set.of("2")),
                "areIndependent({1}, {2}): if one happens the other cannot. Events that exclude each other depend on each other.");
        assertFalse(
                loaded().areIndependent(Set.of("5", "6"), Set.of("6")),
                "areIndependent({5, 6}, {6}) of the loaded die: 0.5 is not 0.6 · 0.5.");
        // 0.1 · 3 in doubles is not 0.3: 1e-17 must not decide.
        Space two = new Space(List.of("a", "b", "c", "d"), new double[] {0.1 * 0.7, 0.1 * 0.3, 0.9 * 0.7, 0.9 * 0.3});
        assertTrue(
                two.areIndependent(Set.of("a", "b"), Set.of("a", "c")),
                "areIndependent with probabilities 0.1 and 0.7: equal but for rounding is equal.");
        Space nearly = new Space(List.of("a", "b", "c", "d"), new double[] {0.25001, 0.24999, 0.24999, 0.25001});
        assertFalse(
                nearly.areIndependent(Set.of("a", "b"), Set.of("a", "c")),
                "areIndependent with 0.25001 where independence has 0.25: that is more than rounding.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("inclusionExclusion adds single events, subtracts pairs, adds triples")
    void alternates() {
        // Numbers from 1 to 30 that 2, 3 or 5 divide: 15 + 10 + 6, less 5 + 3 + 2, and 1: 31, 21, 22.
        List<String> numbers =
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList();
        double[] probabilities = new double[30];
        Arrays.fill(probabilities, 1 / 30.0);
        Space space = new Space(numbers, probabilities);

        assertClose(
                "inclusionExclusion(2, 3 and 5 divide a number up to 30)",
                new double[] {31 / 30.0, 21 / 30.0, 22 / 30.0},
                space.inclusionExclusion(List.of(multiples(2), multiples(3), multiples(5))),
                TOLERANCE,
                "15 + 10 + 6 numbers, less 5 + 3 + 2 that were counted twice, and 30, which was added three times and"
                        + " subtracted three times.");
        assertClose(
                "inclusionExclusion of one event",
                new double[] {0.5},
                loaded().inclusionExclusion(List.of(Set.of("6"))),
                TOLERANCE,
                "Its probability.");
    }

    @Graded(stage = 5)
    @Evidence(PUBLISHED)
    @DisplayName("six letters in six envelopes: at least one is right with probability 0.6319")
    void letters() {
        // P. R. de Montmort, Essay d'analyse sur les jeux de hazard, 1708: 1 - 1/2! + 1/3! - 1/4! + 1/5! - 1/6! =
        // 91/144.
        List<String> orders = new ArrayList<>();
        arrange("", "123456", orders);
        double[] probabilities = new double[720];
        Arrays.fill(probabilities, 1 / 720.0);
        Space space = new Space(orders, probabilities);
        List<Set<String>> right = IntStream.range(0, 6)
                .mapToObj(k -> orders.stream()
                        .filter(order -> order.charAt(k) == '1' + k)
                        .collect(Collectors.toSet()))
                .toList();

        // 63 sums of up to 120 numbers of 1/720: below 1e-13.
        assertClose(
                "inclusionExclusion(letter k is in envelope k), six letters",
                new double[] {1, 1 / 2.0, 2 / 3.0, 15 / 24.0, 76 / 120.0, 91 / 144.0},
                space.inclusionExclusion(right),
                1e-12,
                "C(6, k) choices of k letters, each right with probability (6 - k)!/6!: the terms are 1/k!.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("outcomes must have at least 1 entry, but is empty", () -> Space.uniform(List.of()));
        assertRefused("outcomes must have at least 1 entry, but is empty", () -> new Space(List.of(), new double[0]));
        assertRefused("probabilities must have 1 entry, but has 2", () -> new Space(List.of("a"), new double[2]));
        assertRefused(
                "outcomes must differ, but a stands twice",
                () -> new Space(List.of("a", "a"), new double[] {0.5, 0.5}));
        assertRefused(
                "probabilities must be >= 0, but entry 1 was -0.5",
                () -> new Space(List.of("a", "b"), new double[] {1.5, -0.5}));
        assertRefused(
                "probabilities must sum to 1, but their sum was 0.75",
                () -> new Space(List.of("a", "b"), new double[] {0.5, 0.25}));
        assertRefused("event holds 7, which is not an outcome", () -> loaded().probability(Set.of("7")));
        assertRefused("number of events must be in [1, 16], but was 0", () -> loaded().inclusionExclusion(List.of()));
    }

    private static Set<String> multiples(int divisor) {
        return IntStream.rangeClosed(1, 30 / divisor)
                .mapToObj(k -> Integer.toString(k * divisor))
                .collect(Collectors.toSet());
    }

    private static void arrange(String done, String left, List<String> orders) {
        if (left.isEmpty()) {
            orders.add(done);
        }
        for (int k = 0; k < left.length(); k++) {
            arrange(done + left.charAt(k), left.substring(0, k) + left.substring(k + 1), orders);
        }
    }
}
