package arraysandtables.sqlqueries;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import gradus.datasets.Datasets;
import gradus.kit.Require;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Eight questions to a database in memory: users, films, their genres, ratings, and the passengers of the Titanic.
 *
 * <p>The database is H2. Whoever asks may read, and nothing else: tables are loaded by its owner, questions come from a
 * user who has no other right. Values stand for the {@code ?} of a question and are never glued into its text.
 *
 * <p>Source: ISO/IEC 9075-2, <i>SQL/Foundation</i>, §7; A. Molinaro and R. de Graaf, <i>SQL Cookbook</i>, 2nd ed.,
 * O'Reilly 2020.
 */
public final class Queries implements AutoCloseable {
    private final Connection connection;

    private Queries(Connection connection) {
        this.connection = connection;
    }

    /**
     * A database of tables. Missing values become NULL; numbers are INTEGER if all in a column are whole, else DOUBLE
     * PRECISION. Columns whose names end with {@code _id} get an index, so that joins look up instead of trying all.
     *
     * @param names (nTables) names of the tables
     * @param tables (nTables)
     */
    public static Queries of(List<String> names, List<Table> tables) {
        Require.that(names.size() == tables.size(), "names and tables must be equally many");
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE";
        try (Connection owner = DriverManager.getConnection(url, "owner", "");
                Statement statement = owner.createStatement()) {
            for (int k = 0; k < names.size(); k++) {
                load(owner, names.get(k), tables.get(k));
            }
            statement.execute("CREATE USER reader PASSWORD ''");
            statement.execute("GRANT SELECT ON SCHEMA public TO reader");
            return new Queries(DriverManager.getConnection(url, "reader", ""));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void load(Connection owner, String name, Table table) throws SQLException {
        List<Column> columns = table.columns();
        try (Statement statement = owner.createStatement()) {
            statement.execute(columns.stream()
                    .map(column -> column.name() + " " + type(column))
                    .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")")));
        }
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO " + name + " VALUES (" + places + ")")) {
            List<List<String>> texts = columns.stream().map(Column::texts).toList();
            for (int i = 0; i < table.nRows(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    String text = texts.get(j).get(i);
                    insert.setString(j + 1, text.isEmpty() ? null : text);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = owner.createStatement()) {
            for (Column column : columns) {
                if (column.name().endsWith("_id")) {
                    statement.execute("CREATE INDEX ON " + name + " (" + column.name() + ")");
                }
            }
        }
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case NUMBER ->
                Arrays.stream(column.numbers()).allMatch(x -> Double.isNaN(x) || x == Math.rint(x))
                        ? "INTEGER"
                        : "DOUBLE PRECISION";
        };
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("The database says: " + e.getMessage(), e);
    }

    /** The data sets ml-100k and titanic, as {@link #of} loads them. */
    public static Queries ofDatasets() {
        List<List<String>> items = Datasets.headerless("ml-100k/u.item", StandardCharsets.ISO_8859_1)
                .rows();
        List<String> genres =
                Datasets.headerless("ml-100k/u.genre", "genre", "number").text("genre");
        return of(
                List.of("users", "films", "film_genres", "ratings", "passengers"),
                List.of(
                        Table.ofDataset("ml-100k/u.user", "user_id", "age", "gender", "occupation", "zip"),
                        Table.read(
                                List.of("film_id", "title"),
                                items.stream().map(row -> row.subList(0, 2)).toList()),
                        Table.read(
                                List.of("film_id", "genre"),
                                items.stream()
                                        .flatMap(row -> IntStream.range(0, genres.size())
                                                .filter(k -> row.get(5 + k).equals("1"))
                                                .mapToObj(k -> List.of(row.get(0), genres.get(k))))
                                        .toList()),
                        Table.ofDataset("ml-100k/u.data", "user_id", "film_id", "rating", "rated"),
                        Table.ofDataset("titanic/train.csv")
                                .select("PassengerId", "Survived", "Pclass", "Sex", "Age")));
    }

    /**
     * The rows that answer a question.
     *
     * @param sql with a {@code ?} for each value
     * @param values texts, or whole numbers as {@code Integer}
     * @return rows of texts, empty where NULL; numbers as {@link Type#text} writes them
     */
    private List<List<String>> rows(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                statement.setObject(k + 1, values[k]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int nColumns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int j = 1; j <= nColumns; j++) {
                        Object value = result.getObject(j);
                        row.add(
                                value == null
                                        ? ""
                                        : value instanceof Number number
                                                ? Type.NUMBER.text(number.doubleValue())
                                                : value.toString());
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** How many rows a table has. It is given, and shows how a question is asked. */
    public int count(String table) {
        Require.that(table.matches("\\w+"), "table must be a name, but was '%s'", table);
        return Integer.parseInt(rows("SELECT COUNT(*) FROM " + table).get(0).get(0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Filter: the users of an occupation below an age.
     *
     * @return (n, 2) user_id and age; youngest first, those of one age by user_id
     */
    public List<List<String>> usersOf(String occupation, int below) {
        // begin solution: SELECT … FROM users WHERE … ORDER BY …
        return rows("""
                SELECT user_id, age FROM users
                WHERE occupation = ? AND age < ?
                ORDER BY age, user_id""", occupation, below);
        // end solution
    }

    /**
     * Join: what a user rated.
     *
     * @return (n, 2) title and rating; best first, those of one rating by title
     */
    public List<List<String>> ratedBy(int user) {
        // begin solution: SELECT … FROM ratings JOIN films … WHERE … ORDER BY …
        return rows("""
                SELECT title, rating FROM ratings JOIN films USING (film_id)
                WHERE user_id = ?
                ORDER BY rating DESC, title""", user);
        // end solution
    }

    /**
     * Group: how a genre is liked. A film of two genres counts in both.
     *
     * @return (nGenres, 3) genre, number of ratings, mean rating; best first, equal ones by genre
     */
    public List<List<String>> genres() {
        // begin solution: SELECT …, COUNT(*), AVG(…) FROM ratings JOIN … GROUP BY … ORDER BY …
        return rows("""
                SELECT genre, COUNT(*), AVG(rating) FROM ratings JOIN film_genres USING (film_id)
                GROUP BY genre
                ORDER BY AVG(rating) DESC, genre""");
        // end solution
    }

    /**
     * Having: the films that enough people rated.
     *
     * @return (n, 3) title, number of ratings, mean rating; best first, equal ones by title
     */
    public List<List<String>> wellKnown(int atLeast) {
        // begin solution: films are put together by their number, for two may have one title; then HAVING …
        return rows("""
                SELECT title, COUNT(*), AVG(rating) FROM ratings JOIN films USING (film_id)
                GROUP BY films.film_id, title
                HAVING COUNT(*) >= ?
                ORDER BY AVG(rating) DESC, title""", atLeast);
        // end solution
    }

    /**
     * Left join: for each occupation, how many of its users there are, and how many ratings they gave, 0 among them.
     *
     * @return (nOccupations, 3) occupation, users, ratings; by occupation
     */
    public List<List<String>> activity() {
        // begin solution: users LEFT JOIN ratings; count different users, and ratings that are there
        return rows("""
                SELECT occupation, COUNT(DISTINCT users.user_id), COUNT(rating)
                FROM users LEFT JOIN ratings ON ratings.user_id = users.user_id
                GROUP BY occupation
                ORDER BY occupation""");
        // end solution
    }

    /**
     * NULL: the passengers of each class, those of known and those of unknown age, and the share of these that
     * survived.
     *
     * @return (nClasses, 4) pclass, passengers of known age, passengers of unknown age, and the share of those of
     *     unknown age who survived, in [0, 1], NULL if there are none; by class
     */
    public List<List<String>> ages() {
        // begin solution: COUNT of a column, COUNT(*) FILTER (WHERE … IS NULL), AVG of numbers that are not whole
        return rows("""
                SELECT pclass, COUNT(age), COUNT(*) FILTER (WHERE age IS NULL),
                  AVG(CAST(survived AS DOUBLE PRECISION)) FILTER (WHERE age IS NULL)
                FROM passengers GROUP BY pclass ORDER BY pclass""");
        // end solution
    }

    /**
     * Window: the first films of each genre by number of ratings; those with equally many have the same place, so that
     * there may be more.
     *
     * @return genre, place, title; places of at most n; by genre, place and title
     */
    public List<List<String>> favourites(int n) {
        // begin solution: group by genre and film, RANK() OVER (PARTITION BY …) in a subquery, WHERE place <= …
        return rows("""
                SELECT genre, place, title FROM (
                  SELECT genre, title, RANK() OVER (PARTITION BY genre ORDER BY COUNT(*) DESC) AS place
                  FROM ratings JOIN films USING (film_id)
                    JOIN film_genres ON film_genres.film_id = films.film_id
                  GROUP BY genre, films.film_id, title) AS places
                WHERE place <= ?
                ORDER BY genre, place, title""", n);
        // end solution
    }

    /**
     * Running window: a user's ratings in the order in which they were given, those of one time by film_id, and the
     * mean of all up to each.
     *
     * @return (n, 3) film_id, rating, mean of this and all earlier ratings
     */
    public List<List<String>> mood(int user) {
        // begin solution: AVG(…) OVER (ORDER BY … ROWS UNBOUNDED PRECEDING)
        return rows("""
                SELECT film_id, rating, AVG(rating) OVER (ORDER BY rated, film_id ROWS UNBOUNDED PRECEDING)
                FROM ratings WHERE user_id = ?
                ORDER BY rated, film_id""", user);
        // end solution
    }
}
