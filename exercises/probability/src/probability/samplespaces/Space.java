package probability.samplespaces;

import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sample space: everything that can happen, written down, with the probability of each.
 *
 * <p>An event is a set of outcomes, and its probability is the sum over them. All else in this room follows from that.
 *
 * <p>Source: C. M. Grinstead and J. L. Snell, <i>Introduction to Probability</i>, 2nd ed., AMS 1997, §1.2, §3.1 and
 * §4.1.
 *
 * @param outcomes no two are equal
 * @param probabilities (number of outcomes) of each, at least 0, with sum 1
 */
public record Space(List<String> outcomes, double[] probabilities) {
    /** Sums of probabilities that differ by less are equal but for rounding: a thousand additions cost 1e-13. */
    private static final double ROUNDING = 1e-12;

    private static final int MAX_EVENTS = 16;

    /** @throws IllegalArgumentException if an outcome stands twice, or the probabilities are none */
    public Space {
        Require.that(!outcomes.isEmpty(), "outcomes must have at least 1 entry, but is empty");
        Require.length("probabilities", probabilities, outcomes.size());
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            Require.that(seen.add(outcomes.get(i)), "outcomes must differ, but %s stands twice", outcomes.get(i));
            Require.that(probabilities[i] >= 0, "probabilities must be >= 0, but entry %d was %s", i, probabilities[i]);
            sum += probabilities[i];
        }
        Require.that(Math.abs(sum - 1) < 1e-9, "probabilities must sum to 1, but their sum was %s", sum);
    }

    /** A space in which all outcomes are equally likely. */
    public static Space uniform(List<String> outcomes) {
        Require.that(!outcomes.isEmpty(), "outcomes must have at least 1 entry, but is empty");
        // begin solution: each has 1 divided by their number
        double[] probabilities = new double[outcomes.size()];
        Arrays.fill(probabilities, 1.0 / probabilities.length);
        return new Space(outcomes, probabilities);
        // end solution
    }

    /**
     * This experiment, and then another one that knows nothing of it: outcomes are pairs, written with a space between,
     * and probabilities are products. The second changes fastest.
     */
    public Space then(Space second) {
        // begin solution: for each outcome here, for each outcome there: the pair, and the product
        List<String> pairs = new ArrayList<>();
        double[] products = new double[outcomes.size() * second.outcomes.size()];
        for (int i = 0; i < outcomes.size(); i++) {
            for (int j = 0; j < second.outcomes.size(); j++) {
                products[pairs.size()] = probabilities[i] * second.probabilities[j];
                pairs.add(outcomes.get(i) + " " + second.outcomes.get(j));
            }
        }
        return new Space(pairs, products);
        // end solution
    }

    /** The outcomes for which something holds, in the order of the space. */
    public Set<String> event(Predicate<String> holds) {
        // begin solution: keep the outcomes for which it holds
        Set<String> event = new LinkedHashSet<>();
        for (String outcome : outcomes) {
            if (holds.test(outcome)) {
                event.add(outcome);
            }
        }
        return event;
        // end solution
    }

    /**
     * The probability that one of some outcomes happens.
     *
     * @throws IllegalArgumentException if the event holds what is not an outcome
     */
    public double probability(Set<String> event) {
        for (String outcome : event) {
            Require.that(outcomes.contains(outcome), "event holds %s, which is not an outcome", outcome);
        }
        // begin solution: the sum over the outcomes that are in the event
        double sum = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (event.contains(outcomes.get(i))) {
                sum += probabilities[i];
            }
        }
        return sum;
        // end solution
    }

    /**
     * The probability of an event among the cases in which another happens: {@code P(A | B) = P(A ∩ B) / P(B)}.
     *
     * @param given B, with a probability above 0
     */
    public double conditional(Set<String> event, Set<String> given) {
        Require.positive("probability of given", probability(given));
        // begin solution: the probability of both, as a share of that of given
        return probability(Sets.intersection(event, given)) / probability(given);
        // end solution
    }

    /** Whether {@code P(A ∩ B) = P(A) P(B)}, but for rounding: to know one tells nothing about the other. */
    public boolean areIndependent(Set<String> a, Set<String> b) {
        // begin solution: compare the two sides; they may differ by ROUNDING
        double difference = probability(Sets.intersection(a, b)) - probability(a) * probability(b);
        return Math.abs(difference) <= ROUNDING;
        // end solution
    }

    /**
     * The probability that at least one of k events happens, from their intersections: those of single events are
     * added, of pairs subtracted, of triples added, and so on.
     *
     * @param events k events, in [1, 16]
     * @return (k) the sum after single events, after pairs, …; the last is the probability of the union
     */
    public double[] inclusionExclusion(List<Set<String>> events) {
        Require.between("number of events", events.size(), 1, MAX_EVENTS);
        // begin solution: each number from 1 to 2ᵏ - 1 names a choice of events by its bits; intersect them,
        // add or subtract by how many there are; then sum up
        double[] sums = new double[events.size()];
        for (int choice = 1; choice < 1 << events.size(); choice++) {
            Set<String> all = new LinkedHashSet<>(outcomes);
            for (int k = 0; k < events.size(); k++) {
                if ((choice >> k & 1) == 1) {
                    all = Sets.intersection(all, events.get(k));
                }
            }
            int size = Integer.bitCount(choice);
            sums[size - 1] += size % 2 == 1 ? probability(all) : -probability(all);
        }
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
        // end solution
    }
}
