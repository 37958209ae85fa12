package gradus.classroom.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.classroom.similar.Groups.Group;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who hangs together. */
class GroupsTest {
    private static Pair pair(int first, int second, double similarity) {
        return new Pair(first, second, similarity, List.of());
    }

    @Test
    @DisplayName("a chain of pairs is one group, and who is in no pair is in none")
    void chains() {
        List<Group> groups = Groups.of(8, List.of(pair(0, 5, 80), pair(1, 2, 90), pair(5, 7, 95), pair(3, 7, 71)));

        assertEquals(
                List.of(List.of(0, 3, 5, 7), List.of(1, 2)),
                groups.stream().map(Group::works).toList());
        assertEquals(
                List.of(95.0, 80.0, 71.0),
                groups.get(0).pairs().stream().map(Pair::similarity).toList());
    }

    @Test
    @DisplayName("a ring is one group with all of its pairs")
    void rings() {
        List<Group> groups = Groups.of(3, List.of(pair(0, 1, 80), pair(1, 2, 80), pair(0, 2, 80)));

        assertEquals(1, groups.size());
        assertEquals(3, groups.get(0).pairs().size());
    }

    @Test
    @DisplayName("a chain of thousands is one group")
    void longChains() {
        int number = 5000;
        List<Pair> pairs = IntStream.range(1, number)
                .mapToObj(work -> pair(work - 1, work, 75))
                .toList();

        assertEquals(number, Groups.of(number, pairs).get(0).works().size());
    }

    @Test
    @DisplayName("without pairs there is no group")
    void none() {
        assertEquals(List.of(), Groups.of(4, List.of()));
    }
}
