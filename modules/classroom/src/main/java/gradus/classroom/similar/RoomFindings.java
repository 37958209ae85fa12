package gradus.classroom.similar;

import gradus.classroom.Person;
import gradus.classroom.intake.Resemblance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was found about the work for one room.
 *
 * @param room id
 * @param tokens how long the reference is, in tokens beyond the starter
 * @param compared how many people's work was compared with everybody's
 * @param median of the similarities of all pairs of people, in percent, without what is behind the point
 * @param groups of people whose work is alike, the largest first
 * @param likeReference whose work is like the reference, the most alike first
 * @param notCompared whose work was not compared, and why
 */
public record RoomFindings(
        String room,
        int tokens,
        int compared,
        OptionalInt median,
        List<Group> groups,
        List<LikeReference> likeReference,
        Map<Person, LeftOut> notCompared) {
    /** What is said of two works that are. */
    public static final String EQUAL = "equal but for comments and blanks";

    /** What the order of two works can make of their similarity, in percent. */
    private static final double NOISE = 1;

    /**
     * People whose work hangs together.
     *
     * @param people in the order of the roster
     * @param pairs of them that are alike enough, the most alike first
     */
    public record Group(List<Person> people, List<Alike> pairs) {}

    /**
     * Two people whose work is alike.
     *
     * @param similarity how much of both is alike, in percent
     * @param isEqual whether the two are equal, but for comments and blanks
     * @param matches where, the longest first
     */
    public record Alike(Candidate first, Candidate second, double similarity, boolean isEqual, List<Match> matches) {}

    /**
     * Somebody whose work is like the reference.
     *
     * @param similarity in percent
     * @param isEqual whether it is the reference, but for comments and blanks
     */
    public record LikeReference(Person person, double similarity, boolean isEqual) {}

    /** What the similarities are to be held against, in words. */
    public String measures() {
        return "The reference has " + tokens + " tokens beyond the starter."
                + (median.isEmpty() ? "" : " The median of all pairs is " + median.getAsInt() + " %.");
    }

    /** A similarity in words, never more than it is. */
    public static String percent(double similarity) {
        return (int) similarity + " %";
    }

    /**
     * Looks through an answer.
     *
     * @param room id
     * @param candidates the works that were compared, in the order of their numbers
     * @param equal who handed in the reference; they were not compared
     * @param threshold the least similarity of a pair that is told of, in percent
     */
    static RoomFindings of(
            String room, List<Candidate> candidates, List<Person> equal, Answer answer, double threshold) {
        int reference = candidates.size();
        Map<Integer, Double> toReference = new HashMap<>();
        List<Pair> ofPeople = new ArrayList<>();
        for (Pair pair : answer.pairs()) {
            if (pair.second() == reference) {
                toReference.put(pair.first(), pair.similarity());
            } else if (pair.similarity() >= threshold) {
                ofPeople.add(pair);
            }
        }
        List<Pair> told = ofPeople.stream()
                .filter(pair -> !isExplained(pair, toReference, threshold))
                .toList();
        return new RoomFindings(
                room,
                answer.tokens().getOrDefault(reference, 0),
                answer.tokens().size() - 1,
                median(answer.counts()),
                Groups.of(reference, told).stream()
                        .map(group -> group(group, candidates))
                        .toList(),
                likeReference(candidates, equal, toReference, threshold),
                notCompared(candidates, answer));
    }

    /** Two people who took the reference are no more like each other than each is like it. */
    private static boolean isExplained(Pair pair, Map<Integer, Double> toReference, double threshold) {
        double first = toReference.getOrDefault(pair.first(), 0.0);
        double second = toReference.getOrDefault(pair.second(), 0.0);
        double both = Math.min(first, second);
        return both >= threshold && pair.similarity() <= both + NOISE;
    }

    private static Group group(Groups.Group group, List<Candidate> candidates) {
        return new Group(
                group.works().stream()
                        .map(work -> candidates.get(work).person())
                        .toList(),
                group.pairs().stream().map(pair -> alike(pair, candidates)).toList());
    }

    private static Alike alike(Pair pair, List<Candidate> candidates) {
        Candidate first = candidates.get(pair.first());
        Candidate second = candidates.get(pair.second());
        return new Alike(
                first,
                second,
                pair.similarity(),
                Resemblance.isSame(first.sources(), second.sources()),
                pair.matches().stream()
                        .sorted((a, b) -> Integer.compare(b.lines(), a.lines()))
                        .toList());
    }

    private static List<LikeReference> likeReference(
            List<Candidate> candidates, List<Person> equal, Map<Integer, Double> toReference, double threshold) {
        List<LikeReference> found = new ArrayList<>();
        equal.forEach(person -> found.add(new LikeReference(person, 100, true)));
        toReference.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> found.add(
                        new LikeReference(candidates.get(entry.getKey()).person(), entry.getValue(), false)));
        return List.copyOf(found);
    }

    private static Map<Person, LeftOut> notCompared(List<Candidate> candidates, Answer answer) {
        Map<Person, LeftOut> found = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            LeftOut why = answer.left().get(i);
            if (why != null) {
                found.put(candidates.get(i).person(), why);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static OptionalInt median(Collection<Integer> counts) {
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        long below = 0;
        int percent = 0;
        for (int count : counts) {
            below += count;
            if (all > 0 && 2 * below >= all) {
                return OptionalInt.of(percent);
            }
            percent++;
        }
        return OptionalInt.empty();
    }
}
