package arraysandtables.miniquery;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.RowAssertions.assertRows;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Values are small whole numbers; in the first row of a table all are known, so that every column has numbers. */
class MiniQueryHiddenTest {
    private static final List<String> SYMBOLS = List.of("=", "<>", "<", "<=", ">", ">=");

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("any question gets the answer that loops over all pairs find")
    void answersAnything(RandomGenerator random) {
        List<List<String>> left = drawn(random, 15);
        List<List<String>> right = drawn(random, 10);
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        int least = random.nextInt(1, 4);
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (List<String> a : left) {
            for (List<String> b : right) {
                boolean isPair = !a.get(0).isEmpty() && a.get(0).equals(b.get(0));
                boolean isKnown = !a.get(1).isEmpty() && !b.get(1).isEmpty();
                if (isPair && isKnown && Comparison.of(symbol).accepts(a.get(1).compareTo(b.get(1)))) {
                    groups.merge(a.get(2), 1, Integer::sum);
                }
            }
        }
        List<List<String>> expected = groups.entrySet().stream()
                .filter(group -> group.getValue() >= least)
                .map(group -> List.of(group.getKey(), group.getValue().toString()))
                .toList();
        assertRows(
                "the groups",
                expected,
                MiniQuery.from(Table.read(List.of("key", "x", "kind"), left))
                        .having(Condition.of("count(*)", ">=", String.valueOf(least)))
                        .groupBy(List.of("kind"), Aggregate.rows())
                        .where(Condition.ofColumns("x", symbol, "y"))
                        .join(
                                MiniQuery.from(Table.read(List.of("key", "y", "z"), right)
                                        .select("key", "y")),
                                "key")
                        .rows()
                        .rows(),
                "Pairs with the same key, those of which the condition is true, counted by kind.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("optimised gives the same rows in the same order, whatever is asked")
    void optimisesAnything(RandomGenerator random) {
        for (int draw = 0; draw < 8; draw++) {
            MiniQuery query = MiniQuery.from(Table.read(List.of("key", "x", "y"), drawn(random, 10)));
            MiniQuery first = MiniQuery.from(Table.read(List.of("key", "x", "z"), drawn(random, 8)));
            MiniQuery second = MiniQuery.from(Table.read(List.of("key", "v", "w"), drawn(random, 6)));
            query = random.nextBoolean() ? query.join(first, "key") : query.leftJoin(first, "key");
            query = random.nextBoolean() ? query.join(second, "key") : query.leftJoin(second, "key");
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                query = query.where(condition(random));
            }
            assertRows(
                    "an optimised query",
                    query.rows().rows(),
                    query.optimised().rows().rows(),
                    "The answer must stay the same. Look at left joins, and at names that both sides have.");
        }
    }

    private static Condition condition(RandomGenerator random) {
        List<String> names = List.of("key", "x", "y", "right.x", "z", "v", "w");
        String name = names.get(random.nextInt(names.size()));
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> Condition.missing(name);
            case 1 -> Condition.ofColumns(name, symbol, names.get(random.nextInt(names.size())));
            default -> Condition.of(name, symbol, String.valueOf(random.nextInt(5)));
        };
    }

    private static List<List<String>> drawn(RandomGenerator random, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    List<String> row = new ArrayList<>();
                    for (int j = 0; j < 3; j++) {
                        row.add(i > 0 && random.nextInt(6) == 0 ? "" : String.valueOf(random.nextInt(5)));
                    }
                    return List.copyOf(row);
                })
                .toList();
    }
}
