package gradus.classroom.grading;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import gradus.classroom.Trouble;
import gradus.classroom.results.RoomGrade;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The works that wait to be graded. Each is taken by one process; if that one ends before the grade is written, another
 * one, or the next, takes it over. A work that ended its graders several times is given up.
 */
public final class Queue {
    private static final String TASK = "grade-";
    private static final int TRIES = 3;
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(200);

    static {
        // What goes wrong is told in words, by whoever asked.
        System.setProperty("org.slf4j.simpleLogger.log.com.github.kagkarlsson", "off");
    }

    /** Graders at work, until they are stopped. */
    public interface Shift extends AutoCloseable {
        /** Waits a moment for what is under way; the next ones do it again. */
        @Override
        void close();
    }

    private final Database database;

    public Queue(Database database) {
        this.database = database;
    }

    /** Adds works that are neither graded nor waiting; those that were given up get another chance. */
    public void add(Collection<Work> works) {
        add(works, false);
    }

    /** Adds works that are not waiting, even if they are graded: the new grade takes the place of the old one. */
    public void addAgain(Collection<Work> works) {
        add(works, true);
    }

    private void add(Collection<Work> works, boolean again) {
        SchedulerClient client =
                SchedulerClient.Builder.create(database.source()).build();
        for (Work work : works) {
            String id = work.id();
            boolean isGraded = database.first(row -> 1, "SELECT 1 FROM grade WHERE id = ?", id)
                    .isPresent();
            if (isGraded && !again) {
                continue;
            }
            database.transaction(connection -> {
                Database.update(connection, "DELETE FROM work WHERE id = ? AND trouble IS NOT NULL", id);
                boolean waits = !Database.all(connection, row -> 1, "SELECT 1 FROM work WHERE id = ?", id)
                        .isEmpty();
                return waits
                        ? 0
                        : Database.update(
                                connection,
                                "INSERT INTO work (id, json, tries) VALUES (?, ?, 0)",
                                id,
                                Grades.GSON.toJson(work));
            });
            client.scheduleIfNotExists(task(work.lab(), null, "").instance(id), database.now());
        }
    }

    /** How many of some works wait or are being graded. */
    private int waiting(Set<String> ids) {
        Set<String> waiting =
                new HashSet<>(database.all(row -> row.getString(1), "SELECT id FROM work WHERE trouble IS NULL"));
        waiting.retainAll(ids);
        return waiting.size();
    }

    /**
     * Lets works that a process took, which is gone, be taken at once. Only for a database that no other process has
     * open.
     */
    public void release() {
        database.update("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL"
                + " WHERE picked = TRUE");
    }

    /**
     * Grades what waits until some works are done.
     *
     * @param jobs how many at a time
     * @param progress is told how many are done, and of how many
     */
    public void workOff(Collection<Work> works, Grader grader, int jobs, BiConsumer<Integer, Integer> progress)
            throws InterruptedException {
        Set<String> ids = works.stream().map(Work::id).collect(Collectors.toSet());
        int total = waiting(ids);
        if (total == 0) {
            return;
        }
        try (Shift shift = work(grader, jobs, "this process")) {
            for (int left = total; left > 0; left = waiting(ids)) {
                progress.accept(total - left, total);
                Thread.sleep(LOOK.toMillis());
            }
        }
    }

    /**
     * Starts to grade what waits, and what comes, on some threads, until it is stopped. Works that another version of
     * the lab ordered are left to graders of that version.
     *
     * @param name of this process, for those who look
     */
    public Shift work(Grader grader, int threads, String name) {
        Duration ahead = Duration.between(Instant.now(), database.now());
        SchedulerBuilder builder = Scheduler.create(database.source(), task(grader.lab(), grader, name))
                .threads(threads)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .schedulerName(() -> name)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .clock(() -> Instant.now().plus(ahead));
        Scheduler scheduler = (database.isServer() ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder).build();
        scheduler.start();
        return scheduler::stop;
    }

    private OneTimeTask<Void> task(String lab, @Nullable Grader grader, String name) {
        return Tasks.oneTime(TASK + lab)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, database.now().plus(RETRY)))
                .execute((TaskInstance<Void> instance, ExecutionContext context) -> {
                    if (grader != null) {
                        grade(grader, instance.getId(), name);
                    }
                });
    }

    /** Versions of the lab that ordered what waits. */
    public Set<String> labs() {
        return new HashSet<>(database.all(
                row -> row.getString(1).substring(TASK.length()), "SELECT DISTINCT task_name FROM scheduled_tasks"));
    }

    /** Grades a work, if it is not graded already. */
    private void grade(Grader grader, String id, String name) {
        Optional<Work> waiting = database.transaction(connection -> {
            List<Work> works = Database.all(
                    connection,
                    row -> Grades.GSON.fromJson(row.getString(1), Work.class),
                    "SELECT json FROM work WHERE id = ? AND trouble IS NULL",
                    id);
            Database.update(connection, "UPDATE work SET tries = tries + 1 WHERE id = ?", id);
            return works.stream().findFirst();
        });
        if (waiting.isEmpty()) {
            return;
        }
        int tries = database.first(row -> row.getInt(1), "SELECT tries FROM work WHERE id = ?", id)
                .orElse(0);
        if (tries > TRIES) {
            giveUp(id, "Grading it ended the grader " + TRIES + " times.");
            return;
        }
        try {
            RoomGrade grade = grader.grade(waiting.get());
            database.transaction(connection -> {
                Database.update(connection, "DELETE FROM grade WHERE id = ?", id);
                Database.update(
                        connection,
                        "INSERT INTO grade (id, json, grader, graded) VALUES (?, ?, ?, CURRENT_TIMESTAMP)",
                        id,
                        Grades.GSON.toJson(grade),
                        name);
                return Database.update(connection, "DELETE FROM work WHERE id = ?", id);
            });
        } catch (NotGraded e) {
            giveUp(id, String.valueOf(e.getMessage()));
        } catch (Trouble e) {
            throw e;
        } catch (RuntimeException e) {
            if (tries >= TRIES) {
                giveUp(id, "The lab failed: " + e);
            } else {
                throw e;
            }
        }
    }

    private void giveUp(String id, String why) {
        database.update("UPDATE work SET trouble = ? WHERE id = ?", why, id);
    }
}
