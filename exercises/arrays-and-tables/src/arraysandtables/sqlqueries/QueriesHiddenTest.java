package arraysandtables.sqlqueries;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Table;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Nobody rates a film twice; every user rates at least one film, and every film has one genre. */
class QueriesHiddenTest {
    private static final int N_USERS = 12;
    private static final int N_FILMS = 6;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("any ratings of a user are found with their titles")
    void joinsAnything(RandomGenerator random) {
        List<List<String>> ratings = ratings(random);
        try (Queries queries = queries(ratings)) {
            assertRows(
                    "the titles and ratings",
                    ratings.stream()
                            .filter(row -> row.get(0).equals("3"))
                            .map(row -> List.of("title " + row.get(1), row.get(2)))
                            .sorted(Comparator.<List<String>, String>comparing(
                                            row -> row.get(1), Comparator.reverseOrder())
                                    .thenComparing(row -> row.get(0)))
                            .toList(),
                    queries.ratedBy(3),
                    "Best first, then by title.");
        }
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("ratings of all genres add up, and so do those of well-known films")
    void groupsAnything(RandomGenerator random) {
        List<List<String>> ratings = ratings(random);
        int atLeast = random.nextInt(1, 6);
        try (Queries queries = queries(ratings)) {
            assertEquals(ratings.size(), sum(queries.genres()), "ratings of all genres.");
            assertEquals(
                    ratings.stream()
                            .collect(Collectors.groupingBy(row -> row.get(1), Collectors.counting()))
                            .values()
                            .stream()
                            .filter(n -> n >= atLeast)
                            .mapToLong(n -> n)
                            .sum(),
                    sum(queries.wellKnown(atLeast)),
                    "ratings of the films with enough of them.");
        }
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("everybody's activity is counted")
    void countsAnything(RandomGenerator random) {
        List<List<String>> ratings = ratings(random);
        try (Queries queries = queries(ratings)) {
            TreeMap<String, Integer> expected = new TreeMap<>();
            for (int k = 0; k < 4; k++) {
                expected.put("job " + k, 0);
            }
            ratings.forEach(row -> expected.merge("job " + Integer.parseInt(row.get(0)) % 4, 1, Integer::sum));
            assertRows(
                    "the occupations",
                    expected.entrySet().stream()
                            .map(job ->
                                    List.of(job.getKey(), "4", job.getValue().toString()))
                            .toList(),
                    queries.activity(),
                    "Users, and ratings.");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("the last mean of a mood is that of all ratings")
    void runsOverAnything(RandomGenerator random) {
        List<List<String>> ratings = ratings(random);
        try (Queries queries = queries(ratings)) {
            List<List<String>> mine =
                    ratings.stream().filter(row -> row.get(0).equals("5")).toList();
            List<List<String>> mood = queries.mood(5);
            assertRows(
                    "the films and ratings",
                    mine.stream()
                            .sorted(Comparator.comparing((List<String> row) -> Integer.parseInt(row.get(3)))
                                    .thenComparing(row -> row.get(1)))
                            .map(row -> List.of(row.get(1), row.get(2)))
                            .toList(),
                    mood.stream().map(row -> row.subList(0, 2)).toList(),
                    "In the order of time, then of films.");
            double sum = 0;
            for (int k = 0; k < mood.size(); k++) {
                sum += Double.parseDouble(mood.get(k).get(1));
                assertEquals(sum / (k + 1), Double.parseDouble(mood.get(k).get(2)), 1e-9, "a mean up to a rating.");
            }
        }
    }

    /**
     * user, film, rating, time: two different times. User 5 rates all films; every user from 0 to 11 rates film 0;
     * users 12 to 15 rate nothing.
     */
    private static List<List<String>> ratings(RandomGenerator random) {
        return IntStream.range(0, N_USERS * N_FILMS)
                .filter(k -> k % N_FILMS == 0 || k / N_FILMS == 5 || random.nextInt(2) == 0)
                .mapToObj(k -> List.of(
                        String.valueOf(k / N_FILMS),
                        String.valueOf(k % N_FILMS),
                        String.valueOf(random.nextInt(1, 6)),
                        String.valueOf(random.nextInt(2))))
                .toList();
    }

    private static long sum(List<List<String>> groups) {
        return groups.stream().mapToLong(row -> Long.parseLong(row.get(1))).sum();
    }

    private static Queries queries(List<List<String>> ratings) {
        return Queries.of(
                List.of("users", "films", "film_genres", "ratings"),
                List.of(
                        table(
                                List.of("user_id", "age", "occupation"),
                                16,
                                k -> List.of(String.valueOf(k), "30", "job " + k % 4)),
                        table(List.of("film_id", "title"), N_FILMS, k -> List.of(String.valueOf(k), "title " + k)),
                        table(List.of("film_id", "genre"), N_FILMS, k -> List.of(String.valueOf(k), "genre " + k % 2)),
                        Table.read(List.of("user_id", "film_id", "rating", "rated"), ratings)));
    }

    private static Table table(List<String> names, int n, IntFunction<List<String>> row) {
        return Table.read(names, IntStream.range(0, n).mapToObj(row).toList());
    }
}
