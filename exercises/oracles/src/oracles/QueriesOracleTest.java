package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Aggregate.Summary;
import arraysandtables.dataframegroups.Groups;
import arraysandtables.dataframegroups.Joins;
import arraysandtables.miniquery.Condition;
import arraysandtables.miniquery.MiniQuery;
import arraysandtables.sqlqueries.Queries;
import gradus.checks.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The room's eight questions about drawn ratings: the database's answers, and those of the rooms on tables. */
class QueriesOracleTest {
    private static final int N_FILMS = 8;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    /** Tables with the columns that the room asks for. Nobody rates a film twice, and every film has one genre. */
    private record Drawn(Table users, Table films, Table genres, Table ratings, Table passengers) {
        static Drawn of(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<List<String>> pairs =
                    rows(10 * N_FILMS, i -> List.of(String.valueOf(i % 10), String.valueOf(i / 10))).stream()
                            .filter(pair -> random.nextBoolean())
                            .toList();
            return new Drawn(
                    Table.read(
                            List.of("user_id", "age", "occupation"),
                            rows(
                                    12,
                                    i -> List.of(
                                            String.valueOf(i),
                                            i > 0 && random.nextInt(4) == 0
                                                    ? "?"
                                                    : String.valueOf(20 + random.nextInt(20)),
                                            "job" + random.nextInt(2)))),
                    Table.read(List.of("film_id", "title"), rows(N_FILMS, i -> List.of(String.valueOf(i), "film" + i))),
                    Table.read(
                            List.of("film_id", "genre"),
                            rows(N_FILMS, i -> List.of(String.valueOf(i), "genre" + i % 3))),
                    Table.read(
                            List.of("user_id", "film_id", "rating", "rated"),
                            pairs.stream()
                                    .map(pair -> List.of(
                                            pair.get(0),
                                            pair.get(1),
                                            String.valueOf(random.nextInt(1, 6)),
                                            String.valueOf(random.nextInt(10))))
                                    .toList()),
                    Table.read(
                            List.of("passengerid", "survived", "pclass", "sex", "age"),
                            rows(
                                    12,
                                    i -> List.of(
                                            String.valueOf(i),
                                            String.valueOf(random.nextInt(2)),
                                            String.valueOf(1 + random.nextInt(4)),
                                            "f",
                                            i > 0 && random.nextBoolean() ? "?" : "30"))));
        }

        Queries queries() {
            return Queries.of(
                    List.of("users", "films", "film_genres", "ratings", "passengers"),
                    List.of(users, films, genres, ratings, passengers));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void databaseAndTablesAgree(int seed) {
        Drawn drawn = Drawn.of(seed);
        Table users = drawn.users;
        Table films = drawn.films;
        Table genres = drawn.genres;
        Table ratings = drawn.ratings;

        try (Queries queries = drawn.queries()) {
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

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void databaseAndMiniQueryAgree(int seed) {
        Drawn drawn = Drawn.of(seed);
        MiniQuery users = MiniQuery.from(drawn.users);
        MiniQuery films = MiniQuery.from(drawn.films);
        MiniQuery genres = MiniQuery.from(drawn.genres);
        MiniQuery ratings = MiniQuery.from(drawn.ratings);
        MiniQuery passengers = MiniQuery.from(drawn.passengers);
        Aggregate mean = Aggregate.mean("rating");

        try (Queries queries = drawn.queries()) {
            assertAnswers(
                    queries.usersOf("job1", 30),
                    users.where(Condition.of("occupation", "=", "job1"))
                            .where(Condition.of("age", "<", "30"))
                            .orderBy("age", "user_id")
                            .select("user_id", "age"));
            assertAnswers(
                    queries.ratedBy(3),
                    ratings.join(films, "film_id")
                            .where(Condition.of("user_id", "=", "3"))
                            .orderBy("-rating", "title")
                            .select("title", "rating"));
            assertAnswers(
                    queries.genres(),
                    ratings.join(genres, "film_id")
                            .groupBy(List.of("genre"), Aggregate.rows(), mean)
                            .orderBy("-mean(rating)", "genre"));
            assertAnswers(
                    queries.wellKnown(5),
                    ratings.join(films, "film_id")
                            .groupBy(List.of("film_id", "title"), Aggregate.rows(), mean)
                            .having(Condition.of("count(*)", ">=", "5"))
                            .orderBy("-mean(rating)", "title")
                            .select("title", "count(*)", "mean(rating)"));
            assertAnswers(
                    queries.activity(),
                    MiniQuery.from(users.leftJoin(ratings, "user_id")
                                    .groupBy(List.of("occupation", "user_id"), new Aggregate(Summary.COUNT, "rating")))
                            .groupBy(
                                    List.of("occupation"),
                                    Aggregate.rows(),
                                    new Aggregate(Summary.SUM, "count(rating)"))
                            .orderBy("occupation"));
            // the number of those of unknown age is a gap where the database says 0
            MiniQuery unknown = passengers
                    .where(Condition.missing("age"))
                    .groupBy(List.of("pclass"), Aggregate.rows(), Aggregate.mean("survived"));
            assertAnswers(
                    queries.ages().stream()
                            .map(row -> List.of(
                                    row.get(0), row.get(1), row.get(2).equals("0") ? "" : row.get(2), row.get(3)))
                            .toList(),
                    MiniQuery.from(passengers.groupBy(List.of("pclass"), new Aggregate(Summary.COUNT, "age")))
                            .leftJoin(unknown, "pclass")
                            .orderBy("pclass"));
            assertEquals(
                    queries.favourites(2),
                    favourites(ratings.join(films, "film_id").join(genres, "film_id")));
            assertAnswers(queries.mood(3), mood(ratings.where(Condition.of("user_id", "=", "3"))));
        }
    }

    /** A window without a window: the place of a film is how many are ahead of it, and 1. */
    private static List<List<String>> favourites(MiniQuery rated) {
        MiniQuery counted = rated.groupBy(List.of("genre", "film_id", "title"), Aggregate.rows());
        MiniQuery ahead = MiniQuery.from(counted)
                .join(counted, "genre")
                .where(Condition.ofColumns("right.count(*)", ">", "count(*)"))
                .groupBy(List.of("film_id"), new Aggregate(Summary.COUNT, "right.count(*)"));
        return MiniQuery.from(counted)
                .leftJoin(ahead, "film_id")
                .select("genre", "count(right.count(*))", "title")
                .rows()
                .rows()
                .stream()
                .map(row -> List.of(
                        row.get(0),
                        String.valueOf(1 + (row.get(1).isEmpty() ? 0 : Integer.parseInt(row.get(1)))),
                        row.get(2)))
                .filter(row -> Integer.parseInt(row.get(1)) <= 2)
                .sorted(Comparator.comparing(row -> String.join(" ", row)))
                .toList();
    }

    /** A running mean without a window: each rating joined with itself and all before it. */
    private static MiniQuery mood(MiniQuery ratings) {
        Table sorted = ratings.orderBy("rated", "film_id").rows();
        List<Column> columns = new ArrayList<>(sorted.columns());
        columns.add(Column.ofNumbers(
                "place", IntStream.range(0, sorted.nRows()).asDoubleStream().toArray()));
        MiniQuery placed = MiniQuery.from(Table.of(columns));
        return placed.join(placed, "user_id")
                .where(Condition.ofColumns("right.place", "<=", "place"))
                .groupBy(List.of("place", "film_id", "rating"), Aggregate.mean("right.rating"))
                .orderBy("place")
                .select("film_id", "rating", "mean(right.rating)");
    }

    private static void assertAnswers(List<List<String>> database, MiniQuery query) {
        assertEquals(rounded(database), rounded(query.rows().rows()));
        assertEquals(rounded(database), rounded(query.optimised().rows().rows()), "optimised");
    }

    /** Means in the last digits of which the two differ become equal. */
    private static List<List<String>> rounded(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(text -> text.contains(".")
                                ? String.format(Locale.ROOT, "%.9f", Double.parseDouble(text))
                                : text)
                        .toList())
                .toList();
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
