package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Groups;
import arraysandtables.dataframegroups.Joins;
import arraysandtables.sqlqueries.Queries;
import gradus.checks.Evidence;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filter, join, group and having of drawn ratings: the database's answers, and those of the rooms on tables. */
class QueriesOracleTest {
    private static final int N_FILMS = 8;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void databaseAndTablesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Table users = Table.read(
                List.of("user_id", "age", "occupation"),
                rows(
                        10,
                        i -> List.of(
                                String.valueOf(i),
                                i > 0 && random.nextInt(4) == 0 ? "?" : String.valueOf(20 + random.nextInt(20)),
                                "job" + random.nextInt(2))));
        Table films =
                Table.read(List.of("film_id", "title"), rows(N_FILMS, i -> List.of(String.valueOf(i), "film" + i)));
        Table genres = Table.read(
                List.of("film_id", "genre"), rows(N_FILMS, i -> List.of(String.valueOf(i), "genre" + i % 3)));
        Table ratings = Table.read(
                List.of("user_id", "film_id", "rating"),
                rows(
                        40,
                        i -> List.of(
                                String.valueOf(random.nextInt(10)),
                                String.valueOf(random.nextInt(N_FILMS)),
                                String.valueOf(random.nextInt(1, 6)))));

        try (Queries queries = Queries.of(
                List.of("users", "films", "film_genres", "ratings"), List.of(users, films, genres, ratings))) {
            assertEquals(
                    users.filterTexts("occupation", "job1"::equals)
                            .filterNumbers("age", age -> age < 30)
                            .sortOn("age", "user_id")
                            .select("user_id", "age")
                            .rows(),
                    queries.usersOf("job1", 30),
                    "filter");
            Table titled = Joins.inner(ratings, films, "film_id");
            assertEquals(
                    titled.filterNumbers("user_id", user -> user == 3)
                            .sortOn("-rating", "title")
                            .select("title", "rating")
                            .rows(),
                    queries.ratedBy(3),
                    "join");
            assertGroups(
                    Groups.by(Joins.inner(ratings, genres, "film_id"), "genre")
                            .agg(Aggregate.rows(), Aggregate.mean("rating"))
                            .sortOn("-mean(rating)", "genre"),
                    queries.genres());
            assertGroups(
                    Groups.by(titled, "title")
                            .agg(Aggregate.rows(), Aggregate.mean("rating"))
                            .filterNumbers("count(*)", n -> n >= 5)
                            .sortOn("-mean(rating)", "title"),
                    queries.wellKnown(5));
        }
    }

    private static void assertGroups(Table tables, List<List<String>> database) {
        assertEquals(
                tables.rows().stream().map(row -> row.subList(0, 2)).toList(),
                database.stream().map(row -> row.subList(0, 2)).toList(),
                "names and numbers");
        assertClose(
                "means",
                tables.column("mean(rating)").numbers(),
                database.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(2)))
                        .toArray(),
                1e-12,
                "The database says so.");
    }

    private static List<List<String>> rows(int n, IntFunction<List<String>> row) {
        return IntStream.range(0, n).mapToObj(row).toList();
    }
}
