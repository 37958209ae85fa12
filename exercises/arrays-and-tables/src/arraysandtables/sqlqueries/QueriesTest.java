package arraysandtables.sqlqueries;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.RowAssertions.assertRows;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.dataframecore.Table;
import gradus.checks.Evidence;
import gradus.checks.Full;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Means are of few numbers that are exact in binary, so that they are exact, too, and so is every text. */
class QueriesTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("usersOf gives those of the occupation below the age, youngest first")
    void filters() {
        try (Queries queries = small()) {
            assertRows(
                    "usersOf(\"student\", 30)",
                    List.of(List.of("4", "19"), List.of("1", "22"), List.of("3", "22")),
                    queries.usersOf("student", 30),
                    "A student of 30 is not below 30; one of unknown age is not below anything.");
        }
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("values are values, whatever they look like")
    void bindsValues() {
        try (Queries queries = small()) {
            assertRows(
                    "usersOf(\"O'Reilly\", 99)",
                    List.of(List.of("7", "50")),
                    queries.usersOf("O'Reilly", 99),
                    "Do not glue values into the text of a question: a quote in one of them ends it. Write ? and hand them on.");
            assertRows(
                    "usersOf(\"' OR 1 = 1 --\", 99)",
                    List.of(),
                    queries.usersOf("' OR 1 = 1 --", 99),
                    "Nobody has this occupation. Glued into the text, it would ask for everybody.");
        }
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("ratedBy finds the titles, best first")
    void joins() {
        try (Queries queries = small()) {
            assertRows(
                    "ratedBy(1)",
                    List.of(List.of("Alien", "5"), List.of("Brazil", "5"), List.of("Heat", "2")),
                    queries.ratedBy(1),
                    "Ratings of user 1 with the titles of their films.");
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("genres counts ratings and takes their mean, a film of two genres in both")
    void groups() {
        try (Queries queries = small()) {
            assertRows(
                    "genres()",
                    List.of(List.of("SciFi", "7", "4"), List.of("Comedy", "4", "3.75"), List.of("Crime", "5", "2.6")),
                    queries.genres(),
                    "Number and mean of ratings, not of films; best genre first.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("wellKnown leaves out films with too few ratings, best first")
    void groupsWithEnough() {
        try (Queries queries = small()) {
            assertRows(
                    "wellKnown(3)",
                    List.of(List.of("Alien", "3"), List.of("Brazil", "4"), List.of("Heat", "3")),
                    queries.wellKnown(3).stream().map(row -> row.subList(0, 2)).toList(),
                    "A condition on groups is HAVING; films with 3 ratings have enough.");
            assertRows("wellKnown(4)", List.of(List.of("Brazil", "4", "3.75")), queries.wellKnown(4), "With the mean.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("two films of one title are two films")
    void groupsByNumber() {
        try (Queries queries = small()) {
            assertRows(
                    "wellKnown(1), films called Heat",
                    List.of(List.of("Heat", "2", "3.5"), List.of("Heat", "3", "2")),
                    queries.wellKnown(1).stream()
                            .filter(row -> row.get(0).equals("Heat"))
                            .toList(),
                    "There are two films called Heat. Group by the number of the film, too.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("activity counts users without ratings, and their ratings as 0")
    void joinsLeft() {
        try (Queries queries = small()) {
            assertRows(
                    "activity()",
                    List.of(List.of("O'Reilly", "1", "0"), List.of("doctor", "1", "5"), List.of("student", "5", "8")),
                    queries.activity(),
                    "Who rated nothing is a user as well: LEFT JOIN. COUNT(*) would count the row of such a user as a rating, and"
                            + " a user with three ratings as three users.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("ages counts what is NULL, and takes means that are not whole")
    void nulls() {
        try (Queries queries = small()) {
            assertRows(
                    "ages()",
                    List.of(List.of("1", "1", "2", "0.5"), List.of("2", "2", "0", ""), List.of("3", "1", "4", "0.25")),
                    queries.ages(),
                    "COUNT(age) counts ages that are known. Nothing equals NULL: ask IS NULL. The share of nobody is NULL.");
        }
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("favourites places films within their genre, equal ones alike")
    void ranks() {
        try (Queries queries = small()) {
            assertRows(
                    "favourites(1)",
                    List.of(
                            List.of("Comedy", "1", "Brazil"),
                            List.of("Crime", "1", "Heat"),
                            List.of("SciFi", "1", "Brazil")),
                    queries.favourites(1),
                    "The film with most ratings in each genre.");
            assertRows(
                    "favourites(2) of another database",
                    List.of(List.of("g", "1", "a"), List.of("g", "1", "b"), List.of("h", "1", "c")),
                    tied().favourites(2),
                    "a and b have two ratings each, so both are first, and c, with one, is third in g.");
        }
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("mood takes the mean of all ratings up to each")
    void runs() {
        try (Queries queries = small()) {
            assertRows(
                    "mood(2)",
                    List.of(
                            List.of("10", "4", "4"),
                            List.of("11", "3", "3.5"),
                            List.of("12", "2", "3"),
                            List.of("13", "3", "3"),
                            List.of("14", "3", "3")),
                    queries.mood(2),
                    "Films 11 and 12 were rated at the same time. ROWS UNBOUNDED PRECEDING goes row by row; left alone, a"
                            + " window takes all of one time at once, if that is what it is ordered by.");
        }
    }

    @Graded(stage = 2)
    @Full
    @Evidence(PUBLISHED)
    @DisplayName("943 users gave 100,000 ratings to 1,682 films, and liked film noir best")
    void films() {
        try (Queries queries = Queries.ofDatasets()) {
            // F. M. Harper and J. A. Konstan, The MovieLens Datasets, ACM TiiS 5 (4), 2015, table 1
            assertEquals(943, queries.count("users"), "users.");
            assertEquals(1_682, queries.count("films"), "films.");
            assertEquals(100_000, queries.count("ratings"), "ratings.");
            List<List<String>> genres = queries.genres();
            assertEquals(19, genres.size(), "genres, the unknown one among them.");
            assertEquals("Film-Noir", genres.get(0).get(0), "the genre that is liked best.");
            assertEquals("1733", genres.get(0).get(1), "its ratings.");
        }
    }

    @Test
    void databaseCanOnlyBeRead() {
        try (Queries queries = small()) {
            assertEquals(7, queries.count("users"));
            assertRefused(
                    "table must be a name, but was 'users; DROP TABLE users'",
                    () -> queries.count("users; DROP TABLE users"));
            String said = assertThrows(
                            IllegalStateException.class, () -> queries.count("nothing"), "There is no such table.")
                    .getMessage();
            assertTrue(requireNonNull(said).startsWith("The database says: Table \"nothing\" not found"), said);
        }
        assertRefused("names and tables must be equally many", () -> Queries.of(List.of("a"), List.of()));
    }

    private static Queries small() {
        return Queries.of(
                List.of("users", "films", "film_genres", "ratings", "passengers"),
                List.of(
                        table(
                                "user_id,age,gender,occupation,zip",
                                "1,22,f,student,1000",
                                "2,40,m,doctor,2000",
                                "3,22,m,student,3000",
                                "4,19,f,student,1000",
                                "5,30,f,student,4000",
                                "6,?,m,student,4000",
                                "7,50,f,O'Reilly,?"),
                        table("film_id,title", "10,Alien", "11,Brazil", "12,Heat", "13,Heat", "14,Psycho"),
                        table("film_id,genre", "10,SciFi", "11,SciFi", "11,Comedy", "12,Crime", "13,Crime"),
                        table(
                                "user_id,film_id,rating,rated",
                                "2,12,2,60",
                                "1,10,5,10",
                                "1,11,5,20",
                                "1,12,2,30",
                                "2,10,4,50",
                                "2,11,3,60",
                                "2,13,3,70",
                                "3,11,4,10",
                                "3,10,4,20",
                                "4,11,3,5",
                                "4,12,2,6",
                                "4,13,4,7",
                                "2,14,3,80"),
                        table(
                                "passengerid,survived,pclass,sex,age",
                                "1,1,1,f,30",
                                "2,1,1,f,?",
                                "3,0,1,m,?",
                                "4,1,2,f,20",
                                "5,0,2,m,40",
                                "6,0,3,m,?",
                                "7,0,3,f,?",
                                "8,1,3,f,?",
                                "9,0,3,m,?",
                                "10,1,3,f,4")));
    }

    private static Queries tied() {
        return Queries.of(
                List.of("films", "film_genres", "ratings"),
                List.of(
                        table("film_id,title", "1,a", "2,b", "3,c"),
                        table("film_id,genre", "1,g", "2,g", "3,g", "3,h"),
                        table("user_id,film_id,rating", "1,1,3", "2,1,3", "1,2,4", "2,2,5", "1,3,5")));
    }

    private static Table table(String names, String... rows) {
        return Table.read(
                List.of(names.split(",", -1)),
                Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList());
    }
}
