package gradus.classroom.grading;

import gradus.classroom.Trouble;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a grader to those who look at a shared queue, as long as it lives. */
final class Presence implements AutoCloseable {
    /** A grader that was not seen for so many seconds is gone. */
    static final int GONE_SECONDS = 15;

    private static final int SECONDS = 3;

    private final Database database;
    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "presence");
        thread.setDaemon(true);
        return thread;
    });

    Presence(Database database, String name, String lab, int jobs) {
        this.database = database;
        database.update("DELETE FROM grader WHERE seen < CURRENT_TIMESTAMP - INTERVAL '1' HOUR");
        clock.scheduleWithFixedDelay(() -> show(name, lab, jobs), 0, SECONDS, TimeUnit.SECONDS);
    }

    private void show(String name, String lab, int jobs) {
        try {
            database.update(
                    "INSERT INTO grader (id, name, lab, jobs, seen) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)"
                            + " ON CONFLICT (id) DO UPDATE SET seen = CURRENT_TIMESTAMP",
                    id,
                    name,
                    lab,
                    jobs);
        } catch (Trouble e) {
            // Who grades meets the same trouble, and says it.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                database.once(connection -> Database.update(connection, "DELETE FROM grader WHERE id = ?", id));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // It is seen to be gone a little later.
        }
    }
}
