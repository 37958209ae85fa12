package gradus.classroom.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Person;
import gradus.classroom.similar.RoomFindings.LikeReference;
import gradus.grader.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is made of similarities. */
class RoomFindingsTest {
    private static final List<Candidate> PEOPLE = Stream.of("ada", "bob", "cyd")
            .map(id -> new Candidate(person(id), List.of(new Source("a/A.java", "class A { // " + id + "\n}"))))
            .toList();
    private static final int REFERENCE = PEOPLE.size();

    private static Person person(String id) {
        return new Person(id, id, "", Map.of());
    }

    private static RoomFindings findings(Pair... pairs) {
        Map<Integer, Integer> tokens = new HashMap<>();
        for (int work = 0; work <= REFERENCE; work++) {
            tokens.put(work, 100);
        }
        List<Integer> counts = new ArrayList<>(Collections.nCopies(101, 0));
        Arrays.stream(pairs)
                .filter(pair -> pair.second() < REFERENCE)
                .forEach(pair -> counts.set((int) pair.similarity(), counts.get((int) pair.similarity()) + 1));
        return RoomFindings.of(
                "room", PEOPLE, List.of(person("dan")), new Answer(tokens, Map.of(), List.of(pairs), counts), 70);
    }

    private static Pair pair(int first, int second, double similarity) {
        return new Pair(first, second, similarity, List.of());
    }

    private static List<List<String>> groups(RoomFindings findings) {
        return findings.groups().stream()
                .map(group -> group.people().stream().map(Person::id).toList())
                .toList();
    }

    @Test
    @DisplayName("pairs below the threshold are not told of, but count among all pairs")
    void threshold() {
        RoomFindings findings = findings(pair(0, 1, 70), pair(0, 2, 69.9), pair(1, 2, 10));

        assertEquals(List.of(List.of("ada", "bob")), groups(findings));
        assertEquals(OptionalInt.of(69), findings.median());
    }

    @Test
    @DisplayName("who took the reference is told apart: two of them are no group")
    void reference() {
        RoomFindings findings =
                findings(pair(0, 1, 92), pair(0, REFERENCE, 95), pair(1, REFERENCE, 92), pair(2, REFERENCE, 30));

        assertEquals(List.of(), groups(findings));
        assertEquals(
                List.of(
                        new LikeReference(person("dan"), 100, true),
                        new LikeReference(person("ada"), 95, false),
                        new LikeReference(person("bob"), 92, false)),
                findings.likeReference());
    }

    @Test
    @DisplayName("two who are more like each other than like the reference are a group")
    void moreThanReference() {
        RoomFindings findings = findings(pair(0, 1, 97), pair(0, REFERENCE, 80), pair(1, REFERENCE, 80));

        assertEquals(List.of(List.of("ada", "bob")), groups(findings));
        assertEquals(3, findings.likeReference().size());
    }

    @Test
    @DisplayName("one of them like the reference explains nothing")
    void oneLikeReference() {
        assertEquals(
                List.of(List.of("ada", "bob")),
                groups(findings(pair(0, 1, 75), pair(0, REFERENCE, 90), pair(1, REFERENCE, 69))));
    }

    @Test
    @DisplayName("works that differ in comments and blanks alone are equal")
    void equal() {
        assertTrue(findings(pair(0, 1, 75)).groups().get(0).pairs().get(0).isEqual());
    }
}
