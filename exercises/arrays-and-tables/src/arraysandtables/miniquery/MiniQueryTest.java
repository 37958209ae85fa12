package arraysandtables.miniquery;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Aggregate.Summary;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Means are of few numbers that are exact in binary, so that they are exact, too, and so is every text. */
class MiniQueryTest {
    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a condition is true of the rows that SQL says")
    void compares() {
        Table table =
                table("low,high,born", "30,31,2001-05-01", "9,9,2000-12-31", "100,20,2001-05-02", "30,40,1999-01-01");
        assertTrueOf(table, Condition.of("low", "<", "30"), 1);
        assertTrueOf(table, Condition.of("low", "<=", "30"), 0, 1, 3);
        assertTrueOf(table, Condition.of("low", "=", "30"), 0, 3);
        assertTrueOf(table, Condition.of("low", "<>", "30"), 1, 2);
        assertTrueOf(table, Condition.of("born", ">", "2001-05-01"), 2);
        assertTrueOf(table, Condition.of("born", ">=", "2001-05-01"), 0, 2);
        assertTrueOf(table, Condition.ofColumns("low", "<", "high"), 0, 3);
        assertTrueOf(table, Condition.ofColumns("low", ">=", "high"), 1, 2);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("nothing is equal to a missing value, and nothing is different")
    void gaps() {
        Table table = table("low,high", "?,7", "3,?", "?,?", "5,8", "6,6");
        assertTrueOf(table, Condition.missing("low"), 0, 2);
        assertTrueOf(table, Condition.of("low", "<>", "3"), 3, 4);
        assertTrueOf(table, Condition.of("low", "=", ""));
        assertTrueOf(table, Condition.of("low", "<>", ""));
        assertTrueOf(table, Condition.ofColumns("low", "=", "high"), 4);
        assertTrueOf(table, Condition.ofColumns("low", "<>", "high"), 3);
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("clauses run in SQL's order, in whatever order they were written")
    void runsInLogicalOrder() {
        MiniQuery users = MiniQuery.from(users());
        Condition student = Condition.of("occupation", "=", "student");
        assertRows(
                "from(users).select(\"user_id\").where(occupation = student).rows()",
                rows("1", "3", "4", "5", "6"),
                users.select("user_id").where(student).rows().rows(),
                "WHERE comes before SELECT: it may ask about columns that are not selected.");
        assertRows(
                "from(users).limit(2).select(\"user_id\").orderBy(\"-age\").where(occupation = student).rows()",
                rows("5", "1"),
                users.limit(2)
                        .select("user_id")
                        .orderBy("-age")
                        .where(student)
                        .rows()
                        .rows(),
                "LIMIT comes last: it cuts what is filtered and sorted. ORDER BY may name columns that are not selected.");
        assertRows(
                "from(users).where(occupation = student).where(age < 30).limit(9).select(\"age\", \"user_id\").rows()",
                rows("22,1", "22,3", "19,4"),
                users.where(student)
                        .where(Condition.of("age", "<", "30"))
                        .limit(9)
                        .select("age", "user_id")
                        .rows()
                        .rows(),
                "Of several conditions all are true. Nine rows are more than there are, so all stay.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a query never changes: two others can be made of it")
    void neverChanges() {
        MiniQuery young = MiniQuery.from(users()).where(Condition.of("age", "<", "35"));
        MiniQuery women = young.where(Condition.of("gender", "=", "f")).select("user_id");
        MiniQuery men = young.where(Condition.of("gender", "=", "m")).select("user_id");
        assertRows(
                "men of young, after women were asked of it",
                rows("3"),
                men.rows().rows(),
                "A clause gives a new query. The one it was added to still is what it was.");
        assertRows("women of young", rows("1", "4", "5"), women.rows().rows(), "Each has its own clauses.");
        assertEquals(4, young.rows().nRows(), "rows of young, of which two others were made.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("join pairs rows, leftJoin keeps those without partner, and where asks the pairs")
    void joins() {
        MiniQuery rated = MiniQuery.from(ratings())
                .where(Condition.of("user_id", "=", "1"))
                .select("title", "rating")
                .orderBy("-rating", "title")
                .join(MiniQuery.from(films()), "film_id");
        assertRows(
                "what user 1 rated",
                rows("Alien,5", "Brazil,5", "Heat,2"),
                rated.rows().rows(),
                "The ratings of user 1, with the titles of their films.");
        assertRows(
                "users without ratings",
                rows("5", "6", "7"),
                MiniQuery.from(users())
                        .leftJoin(MiniQuery.from(ratings()), "user_id")
                        .where(Condition.missing("rating"))
                        .select("user_id")
                        .rows()
                        .rows(),
                "A left join keeps them, with gaps beside them, and then WHERE finds the gaps.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("groupBy sums up what where leaves, and having asks the groups")
    void groups() {
        MiniQuery groups = MiniQuery.from(ratings())
                .join(MiniQuery.from(genres()), "film_id")
                .having(Condition.of("count(*)", ">=", "4"))
                .orderBy("-mean(rating)")
                .groupBy(List.of("genre"), Aggregate.rows(), Aggregate.mean("rating"));
        assertRows(
                "genres with at least 4 ratings",
                rows("SciFi,7,4", "Comedy,4,3.75", "Crime,5,2.6"),
                groups.rows().rows(),
                "A film of two genres counts in both. Best genre first.");
        assertRows(
                "genres with at least 4 ratings above 2",
                rows("SciFi,7,4", "Comedy,4,3.75"),
                groups.where(Condition.of("rating", ">", "2")).rows().rows(),
                "WHERE comes before GROUP BY, and HAVING behind it: only 2 ratings of Crime are above 2.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a query asks another one")
    void asksAnotherQuery() {
        MiniQuery each = MiniQuery.from(users())
                .leftJoin(MiniQuery.from(ratings()), "user_id")
                .groupBy(List.of("occupation", "user_id"), new Aggregate(Summary.COUNT, "rating"));
        assertRows(
                "users and ratings by occupation",
                rows("O'Reilly,1,0", "doctor,1,5", "student,5,8"),
                MiniQuery.from(each)
                        .groupBy(List.of("occupation"), Aggregate.rows(), new Aggregate(Summary.SUM, "count(rating)"))
                        .orderBy("occupation")
                        .rows()
                        .rows(),
                "First a row for each user, with the number of ratings, 0 among them; then the sum of these by occupation.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("943 users gave 100,000 ratings to 1,682 films, 1,733 of them to film noir")
    void movieLens() {
        // F. M. Harper and J. A. Konstan, The MovieLens Datasets, ACM TiiS 5 (4), 2015, table 1
        Table ratings = Table.ofDataset("ml-100k/u.data", "user_id", "film_id", "rating", "rated");
        MiniQuery count = MiniQuery.from(ratings).groupBy(List.of(), Aggregate.rows());
        assertRows("number of ratings", rows("100000"), count.rows().rows(), "One group of all rows.");
        assertEquals(
                943,
                MiniQuery.from(ratings)
                        .groupBy(List.of("user_id"), Aggregate.rows())
                        .rows()
                        .nRows(),
                "users who rated.");
        List<List<String>> items = Datasets.headerless("ml-100k/u.item", StandardCharsets.ISO_8859_1)
                .rows();
        Table films = Table.read(
                List.of("film_id", "noir"),
                items.stream().map(row -> List.of(row.get(0), row.get(15))).toList());
        assertEquals(1_682, MiniQuery.from(films).rows().nRows(), "films.");
        // as the room sql-queries counts them with H2
        assertRows(
                "number of ratings of film noir",
                rows("1733"),
                count.join(MiniQuery.from(films).where(Condition.of("noir", "=", "1")), "film_id")
                        .rows()
                        .rows(),
                "Ratings, joined with the films that are of this genre.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("of the 314 women on the Titanic 233 survived, of the 577 men 109")
    void titanic() {
        assertRows(
                "passengers and survivors by sex",
                rows("female,314,233", "male,577,109"),
                MiniQuery.from(Table.ofDataset("titanic/train.csv"))
                        .groupBy(List.of("Sex"), Aggregate.rows(), new Aggregate(Summary.SUM, "Survived"))
                        .orderBy("Sex")
                        .rows()
                        .rows(),
                "The training set of the competition has 891 passengers.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("optimised asks before it joins, left and right")
    void asksEarly() {
        MiniQuery query = MiniQuery.from(ratings())
                .join(MiniQuery.from(films()), "film_id")
                .join(MiniQuery.from(genres()), "film_id")
                .where(Condition.of("rating", ">=", "4"))
                .where(Condition.of("genre", "=", "SciFi"))
                .where(Condition.of("title", "<>", "Brazil"))
                .groupBy(List.of("title"), Aggregate.rows())
                .orderBy("title")
                .limit(5);
        assertSteps("explain() of the query as written", query, 13, 16, 8, 5, 3, 1, 1, 1);
        assertRows(
                "the optimised query",
                rows("Alien,3"),
                query.optimised().rows().rows(),
                "The same rows as before: three ratings of 4 and more for Alien, of Brazil none is wanted.");
        assertSteps("optimised().explain()", query.optimised(), 6, 4, 4, 2, 3, 1, 1, 1);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("optimised leaves the right side of a left join alone")
    void asksLeftJoinsLater() {
        MiniQuery idle = MiniQuery.from(users())
                .leftJoin(MiniQuery.from(ratings()), "user_id")
                .where(Condition.missing("rating"))
                .where(Condition.of("gender", "=", "f"))
                .select("user_id", "rating");
        assertRows(
                "women without ratings, optimised",
                rows("5,", "7,"),
                idle.optimised().rows().rows(),
                "No rating is missing before the join. Asked first, none would be left, and everybody would be without.");
        assertSteps("optimised().explain()", idle.optimised(), 4, 8, 2, 2);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("optimised keeps a condition on columns of both sides")
    void asksPairsLater() {
        MiniQuery pairs = MiniQuery.from(users())
                .join(MiniQuery.from(users()), "occupation")
                .where(Condition.ofColumns("user_id", "<", "right.user_id"))
                .where(Condition.ofColumns("right.age", "=", "age"))
                .select("user_id", "right.user_id");
        assertRows(
                "students of one age, optimised",
                rows("1,3"),
                pairs.optimised().rows().rows(),
                "What compares a column of the left with one of the right can be asked of pairs alone.");
        Table teams = table("team,size,least", "a,3,0", "b,9,0");
        Table rooms = table("team,size,most", "a,8,5", "a,8,2", "b,4,9");
        assertRows(
                "teams whose size is at most that of the column most, optimised",
                rows("a,3,8,5", "b,9,4,9"),
                MiniQuery.from(teams)
                        .join(MiniQuery.from(rooms), "team")
                        .where(Condition.ofColumns("size", "<=", "most"))
                        .select("team", "size", "right.size", "most")
                        .optimised()
                        .rows()
                        .rows(),
                "Both tables have a column size. Behind the join, size is the one of the left.");
    }

    @Test
    void refuses() {
        MiniQuery users = MiniQuery.from(users());
        assertRefused("atMost must be >= 0, but was -1", () -> users.limit(-1));
        assertRefused("aggregates must have at least 1 entry", () -> users.groupBy(List.of("age")));
        assertRefused(
                "having asks about groups; call groupBy, or use where",
                () -> users.having(Condition.of("age", "=", "22")).rows());
        assertRefused(
                "a comparison must be one of = <> < <= > >=, but was '!='", () -> Condition.of("age", "!=", "22"));
        assertRefused(
                "columns age and gender must have one type, but are NUMBER and TEXT",
                () -> Condition.ofColumns("age", "=", "gender").rows(users()));
    }

    private static void assertTrueOf(Table table, Condition condition, int... rows) {
        assertExact(
                "rows of which it is true that " + condition.words(),
                rows,
                condition.rows(table),
                "A comparison with a missing value is never true.");
    }

    /** How many rows each step hands on; what it is called is up to its author. */
    private static void assertSteps(String what, MiniQuery query, int... rows) {
        assertExact(
                what + ", rows of each step",
                rows,
                query.explain().stream().mapToInt(Step::rows).toArray(),
                "Each condition, join and clause is a step, in the order in which it is carried out. A condition is asked as"
                        + " early as its columns are known, and the rows that it leaves out are never joined.");
    }

    private static Table users() {
        return table(
                "user_id,age,gender,occupation",
                "1,22,f,student",
                "2,40,m,doctor",
                "3,22,m,student",
                "4,19,f,student",
                "5,30,f,student",
                "6,?,m,student",
                "7,50,f,O'Reilly");
    }

    private static Table films() {
        return table("film_id,title", "10,Alien", "11,Brazil", "12,Heat", "13,Heat", "14,Psycho");
    }

    private static Table genres() {
        return table("film_id,genre", "10,SciFi", "11,SciFi", "11,Comedy", "12,Crime", "13,Crime");
    }

    private static Table ratings() {
        return table(
                "user_id,film_id,rating",
                "2,12,2",
                "1,10,5",
                "1,11,5",
                "1,12,2",
                "2,10,4",
                "2,11,3",
                "2,13,3",
                "3,11,4",
                "3,10,4",
                "4,11,3",
                "4,12,2",
                "4,13,4",
                "2,14,3");
    }

    private static List<List<String>> rows(String... rows) {
        return Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList();
    }

    private static Table table(String names, String... rows) {
        return Table.read(List.of(names.split(",", -1)), rows(rows));
    }
}
