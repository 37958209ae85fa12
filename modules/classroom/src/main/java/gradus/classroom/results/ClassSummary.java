package gradus.classroom.results;

import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a gradebook says about the class as a whole.
 *
 * @param graded those who handed something in of which all is graded
 * @param missing those who handed in nothing
 * @param late those who handed in after the deadline and its grace
 * @param waiting those of whose work not all is graded yet
 * @param mistakes what was recognised, the commonest first
 * @param rooms in the order of the assignment
 */
public record ClassSummary(
        Assignment assignment,
        List<PersonResult> graded,
        List<PersonResult> missing,
        List<PersonResult> late,
        List<PersonResult> waiting,
        List<MistakeCount> mistakes,
        List<RoomSummary> rooms) {

    /**
     * How many made a mistake.
     *
     * @param mistakes ids of the mistake, or of several that could not be told apart
     * @param says what learners are told about it
     * @param people who made it, in the order of the roster
     */
    public record MistakeCount(String room, List<String> mistakes, String says, List<Person> people) {}

    /**
     * How a room went.
     *
     * @param graded how many have a grade in it
     * @param median points in the gradebook that half of them reached; nothing where nobody has a grade
     * @param outcomes how many have which outcome, by its word
     * @param checks in each stage, those that most missed first
     */
    public record RoomSummary(
            AssignedRoom assigned,
            int graded,
            OptionalDouble median,
            Map<String, Integer> outcomes,
            List<CheckCount> checks) {}

    /**
     * How many a check stopped.
     *
     * @param check as somebody was graded by it
     * @param run how many were graded by it
     * @param statuses how many have which status, by its word
     */
    public record CheckCount(CheckGrade check, int run, Map<String, Integer> statuses) {
        /** How many did not pass. */
        public int missed() {
            return run - statuses.getOrDefault("passed", 0);
        }
    }

    /** Looks through a gradebook. */
    public static ClassSummary of(Gradebook gradebook) {
        return new ClassSummary(
                gradebook.assignment(),
                those(gradebook, result -> result.handedIn().isPresent() && result.isComplete()),
                those(gradebook, result -> result.handedIn().isEmpty()),
                those(
                        gradebook,
                        result -> result.handedIn()
                                .filter(handedIn -> handedIn.daysLate() > 0)
                                .isPresent()),
                those(gradebook, result -> result.handedIn().isPresent() && !result.isComplete()),
                mistakes(gradebook),
                gradebook.assignment().rooms().stream()
                        .map(room -> room(gradebook, room))
                        .toList());
    }

    /** How many are in the class. */
    public int size() {
        return graded.size() + missing.size() + waiting.size();
    }

    /** The middle of the scores of those who are graded. */
    public OptionalDouble median() {
        return median(graded.stream().map(PersonResult::score).toList());
    }

    private static List<PersonResult> those(Gradebook gradebook, Predicate<PersonResult> which) {
        return gradebook.people().stream().filter(which).toList();
    }

    private static OptionalDouble median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int n = sorted.size();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2);
    }

    private static List<MistakeCount> mistakes(Gradebook gradebook) {
        Map<List<String>, MistakeCount> counts = new LinkedHashMap<>();
        for (AssignedRoom room : gradebook.assignment().rooms()) {
            for (PersonResult result : gradebook.people()) {
                for (RoomGrade grade : grades(result, room)) {
                    for (Misconception misconception : grade.misconceptions()) {
                        List<String> key = new ArrayList<>(misconception.mistakes());
                        key.add(0, room.room());
                        counts.computeIfAbsent(
                                        key,
                                        missing -> new MistakeCount(
                                                room.room(),
                                                misconception.mistakes(),
                                                misconception.says(),
                                                new ArrayList<>()))
                                .people()
                                .add(result.person());
                    }
                }
            }
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(count -> -count.people().size()))
                .toList();
    }

    private static List<RoomGrade> grades(PersonResult result, AssignedRoom room) {
        return result.rooms().stream()
                .filter(found -> found.assigned().room().equals(room.room()))
                .flatMap(found -> found.grade().stream())
                .toList();
    }

    private static RoomSummary room(Gradebook gradebook, AssignedRoom room) {
        List<RoomResult> results = gradebook.people().stream()
                .flatMap(result -> result.rooms().stream())
                .filter(result -> result.assigned().room().equals(room.room())
                        && result.grade().isPresent())
                .toList();
        List<RoomGrade> grades =
                results.stream().flatMap(result -> result.grade().stream()).toList();
        Map<String, Integer> outcomes = new TreeMap<>();
        grades.forEach(grade -> outcomes.merge(grade.outcome(), 1, Integer::sum));
        return new RoomSummary(
                room,
                grades.size(),
                median(results.stream().map(RoomResult::points).toList()),
                outcomes,
                checks(grades));
    }

    private static List<CheckCount> checks(List<RoomGrade> grades) {
        Map<String, List<CheckGrade>> checks = new LinkedHashMap<>();
        grades.stream()
                .flatMap(grade -> grade.checks().stream())
                .forEach(check -> checks.computeIfAbsent(check.id(), id -> new ArrayList<>())
                        .add(check));
        return checks.values().stream()
                .map(ClassSummary::check)
                .sorted(Comparator.comparing((CheckCount count) -> count.check().stage())
                        .thenComparing(count -> -count.missed()))
                .toList();
    }

    private static CheckCount check(List<CheckGrade> same) {
        Map<String, Integer> statuses = new TreeMap<>();
        same.forEach(check -> statuses.merge(check.status(), 1, Integer::sum));
        return new CheckCount(same.get(0), same.size(), statuses);
    }
}
