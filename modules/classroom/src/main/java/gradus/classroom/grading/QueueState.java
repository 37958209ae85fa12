package gradus.classroom.grading;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a queue looks like at a moment.
 *
 * @param waiting works that wait or are being graded
 * @param givenUp works that could not be graded
 * @param graded grades that are there
 * @param perMinute grades of the last minute
 * @param graders who grades, and how many works each has taken
 */
public record QueueState(int waiting, int givenUp, int graded, int perMinute, Map<String, Integer> graders) {
    private static final int MINUTE = 60;

    /** Looks at a queue. */
    public static QueueState of(Database database) {
        Map<String, Integer> graders = new TreeMap<>();
        database.all(
                row -> graders.merge(row.getString(1), 1, Integer::sum),
                "SELECT picked_by FROM scheduled_tasks WHERE picked = TRUE");
        return new QueueState(
                count(database, "SELECT COUNT(*) FROM work WHERE trouble IS NULL"),
                count(database, "SELECT COUNT(*) FROM work WHERE trouble IS NOT NULL"),
                count(database, "SELECT COUNT(*) FROM grade"),
                count(database, "SELECT COUNT(*) FROM grade WHERE graded > CURRENT_TIMESTAMP - INTERVAL '1' MINUTE"),
                graders);
    }

    private static int count(Database database, String sql) {
        return database.first(row -> row.getInt(1), sql).orElse(0);
    }

    /** How long it will take at the speed of the last minute, in seconds; nothing where nothing was graded. */
    public OptionalLong secondsLeft() {
        return perMinute == 0 || waiting == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) waiting * MINUTE / perMinute);
    }
}
