package gradus.classroom.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puts together who hangs together: two works are in one group if a chain of pairs leads from one to the other. */
final class Groups {
    /**
     * Works that hang together.
     *
     * @param works their numbers, the smallest first
     * @param pairs of them, the most alike first
     */
    record Group(List<Integer> works, List<Pair> pairs) {}

    private final int[] above;

    private Groups(int number) {
        above = IntStream.range(0, number).toArray();
    }

    /**
     * The groups that pairs make, the largest first.
     *
     * @param number how many works there are
     */
    static List<Group> of(int number, List<Pair> pairs) {
        Groups groups = new Groups(number);
        pairs.forEach(pair -> groups.above[groups.top(pair.first())] = groups.top(pair.second()));
        Map<Integer, List<Pair>> byTop = new LinkedHashMap<>();
        pairs.stream()
                .sorted(Pair.MOST_ALIKE)
                .forEach(pair -> byTop.computeIfAbsent(groups.top(pair.first()), top -> new ArrayList<>())
                        .add(pair));
        return byTop.values().stream()
                .map(Groups::group)
                .sorted(Comparator.comparingInt((Group group) -> -group.works().size()))
                .toList();
    }

    private static Group group(List<Pair> pairs) {
        TreeSet<Integer> works = new TreeSet<>();
        pairs.forEach(pair -> {
            works.add(pair.first());
            works.add(pair.second());
        });
        return new Group(List.copyOf(works), List.copyOf(pairs));
    }

    private int top(int work) {
        int at = work;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }
}
