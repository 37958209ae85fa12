package gradus.classroom.grading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a shared queue looks like at a moment.
 *
 * @param waiting works that wait or are being graded, by the version of the lab that ordered them
 * @param givenUp works that could not be graded, by the reason
 * @param graded grades that are there
 * @param perMinute grades of the last minute
 * @param graders who grades
 */
public record QueueState(
        Map<String, Integer> waiting, Map<String, Integer> givenUp, int graded, int perMinute, List<Member> graders) {
    private static final int SECONDS_PER_MINUTE = 60;

    /**
     * Somebody who grades.
     *
     * @param jobs how many works it can have at a time
     * @param works how many it has now
     * @param seenSeconds how long ago it was heard of, in seconds
     */
    public record Member(String name, String lab, int jobs, int works, int seenSeconds) {
        /** Whether it was not heard of for so long that others take its works. */
        public boolean isGone() {
            return seenSeconds >= Presence.GONE_SECONDS;
        }
    }

    /** Looks at a queue. */
    public static QueueState of(Database database) {
        Map<String, Integer> taken = counted(
                database, "SELECT picked_by, COUNT(*) FROM scheduled_tasks WHERE picked = TRUE GROUP BY picked_by");
        return new QueueState(
                counted(
                        database,
                        "SELECT SUBSTR(task_name, " + (Queue.TASK.length() + 1) + "), COUNT(*) FROM scheduled_tasks"
                                + " GROUP BY task_name"),
                counted(database, "SELECT trouble, COUNT(*) FROM work WHERE trouble IS NOT NULL GROUP BY trouble"),
                count(database, "SELECT COUNT(*) FROM grade"),
                count(database, "SELECT COUNT(*) FROM grade WHERE graded > CURRENT_TIMESTAMP - INTERVAL '1' MINUTE"),
                database.all(
                        row -> new Member(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                taken.getOrDefault(row.getString(1), 0),
                                (int) row.getDouble(4)),
                        "SELECT name, lab, jobs, EXTRACT(EPOCH FROM CURRENT_TIMESTAMP - seen) FROM grader"
                                + " ORDER BY name, id"));
    }

    private static Map<String, Integer> counted(Database database, String sql) {
        Map<String, Integer> counts = new TreeMap<>();
        database.all(row -> counts.put(String.valueOf(row.getString(1)), row.getInt(2)), sql);
        return counts;
    }

    private static int count(Database database, String sql) {
        return database.first(row -> row.getInt(1), sql).orElse(0);
    }

    /** Works that wait or are being graded, whoever ordered them. */
    public int waitingInAll() {
        return sum(waiting);
    }

    /** Works that could not be graded. */
    public int givenUpInAll() {
        return sum(givenUp);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether somebody who is there grades for this version of the lab. */
    public boolean hasGraderOf(String lab) {
        return graders.stream().anyMatch(grader -> grader.lab().equals(lab) && grader.jobs() > 0 && !grader.isGone());
    }

    /** How long it will take at the speed of the last minute; nothing where nothing waits or nothing was graded. */
    public Optional<Duration> timeLeft() {
        return perMinute == 0 || waitingInAll() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) waitingInAll() * SECONDS_PER_MINUTE / perMinute));
    }
}
