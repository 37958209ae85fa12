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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The works that wait to be graded. Each is taken by one process; if that one ends before the grade is written, another
 * one, or the next, takes it over. A work that ended its graders several times is given up.
 */
public final class Queue {
    static final String TASK = "grade-";
    private static final int TRIES = 3;

    /** How often a queue is looked at by who waits for works, or for their grades. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Many look at a shared one. */
    private static final Duration SHARED_LOOK = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;

    /** A queue is looked at less often the longer it is. */
    private static final int LOOKED_AT_PER_MILLISECOND = 20;

    /** Works that are written at a time. */
    private static final int SLICE = 500;

    /** Works are fetched when fewer than this part of the threads have one. */
    private static final double LEAST_FETCHED = 0.5;

    private static final Duration RETRY = Duration.ofMillis(200);

    static {
        // What goes wrong is told in words, by whoever asked.
        System.setProperty("org.slf4j.simpleLogger.log.com.github.kagkarlsson", "off");
    }

    /** Graders at work, until they are stopped. */
    @FunctionalInterface
    public interface Shift extends AutoCloseable {
        /** Nobody's. */
        Shift NONE = () -> {};

        /** Waits a moment for what is under way; the next ones do it again. */
        @Override
        void close();
    }

    private final Database database;

    public Queue(Database database) {
        this.database = database;
    }

    /**
     * Adds works that are not waiting; those that were given up get another chance.
     *
     * @param again even if they are graded: the new grade takes the place of the old one
     */
    public void add(Collection<Work> works, boolean again) {
        List<Work> all = List.copyOf(works);
        for (int from = 0; from < all.size(); from += SLICE) {
            Map<String, Work> slice = all.subList(from, Math.min(from + SLICE, all.size())).stream()
                    .collect(Collectors.toMap(Work::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
            if (!again) {
                slice.keySet().removeAll(known("SELECT id FROM grade WHERE id = ANY(?)", slice));
            }
            addSlice(slice);
        }
    }

    private void addSlice(Map<String, Work> slice) {
        database.transaction(connection -> {
            Database.update(
                    connection, "DELETE FROM work WHERE trouble IS NOT NULL AND id = ANY(?)", (Object) ids(slice));
            Database.updateEach(
                    connection,
                    "INSERT INTO work (id, json, tries) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                    slice.entrySet().stream()
                            .map(work -> new Object[] {work.getKey(), Grades.GSON.toJson(work.getValue())})
                            .toList());
            return 0;
        });
        Map<String, Work> absent = new LinkedHashMap<>(slice);
        absent.keySet()
                .removeAll(known("SELECT task_instance FROM scheduled_tasks WHERE task_instance = ANY(?)", slice));
        SchedulerClient client =
                SchedulerClient.Builder.create(database.source()).build();
        Instant now = database.now();
        absent.forEach((id, work) -> database.patiently(
                () -> client.scheduleIfNotExists(task(work.lab(), null, "").instance(id), now)));
    }

    private Set<String> known(String sql, Map<String, Work> works) {
        return new HashSet<>(database.all(row -> row.getString(1), sql, (Object) ids(works)));
    }

    private static String[] ids(Map<String, Work> works) {
        return works.keySet().toArray(String[]::new);
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
     * @param jobs how many at a time; with 0 others grade them
     * @param name of this process, for those who look
     * @param progress is told how many are done, and of how many
     */
    public void workOff(
            Collection<Work> works, Grader grader, int jobs, String name, BiConsumer<Integer, Integer> progress)
            throws InterruptedException {
        Set<String> ids = works.stream().map(Work::id).collect(Collectors.toSet());
        int total = waiting(ids);
        if (total == 0) {
            return;
        }
        try (Shift shift = jobs == 0 ? Shift.NONE : work(grader, jobs, name)) {
            for (int left = total; left > 0; left = waiting(ids)) {
                progress.accept(total - left, total);
                Thread.sleep(look().toMillis() + left / LOOKED_AT_PER_MILLISECOND);
            }
        }
    }

    private Duration look() {
        return database.isShared() ? SHARED_LOOK : LOOK;
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
                .pollingInterval(look())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .schedulerName(() -> name)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .clock(() -> Instant.now().plus(ahead));
        if (!database.isShared()) {
            Scheduler scheduler = builder.build();
            scheduler.start();
            return scheduler::stop;
        }
        Scheduler scheduler = builder.pollUsingLockAndFetch(LEAST_FETCHED, 1).build();
        Presence presence = new Presence(database, name, grader.lab(), threads);
        scheduler.start();
        return () -> {
            scheduler.stop();
            presence.close();
        };
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

    /**
     * A work that is about to be graded.
     *
     * @param tries how often that was begun, this time included
     */
    private record Taken(Work work, int tries) {}

    /** Grades a work, if it is not graded already. */
    private void grade(Grader grader, String id, String name) {
        Optional<Taken> taken = database.transaction(connection -> {
            Database.update(connection, "UPDATE work SET tries = tries + 1 WHERE id = ?", id);
            return Database.all(
                            connection,
                            row -> new Taken(Grades.GSON.fromJson(row.getString(1), Work.class), row.getInt(2)),
                            "SELECT json, tries FROM work WHERE id = ? AND trouble IS NULL",
                            id)
                    .stream()
                    .findFirst();
        });
        if (taken.isEmpty()) {
            return;
        }
        int tries = taken.get().tries();
        if (tries > TRIES) {
            giveUp(id, "Grading it ended the grader " + TRIES + " times.");
            return;
        }
        try {
            RoomGrade grade = grader.grade(taken.get().work());
            database.transaction(connection -> {
                if (Database.update(connection, "DELETE FROM work WHERE id = ?", id) == 0) {
                    return 0; // Another one thought that this one was gone, and has graded it.
                }
                Database.update(connection, "DELETE FROM grade WHERE id = ?", id);
                return Database.update(
                        connection,
                        "INSERT INTO grade (id, json, grader, graded) VALUES (?, ?, ?, CURRENT_TIMESTAMP)",
                        id,
                        Grades.GSON.toJson(grade),
                        name);
            });
        } catch (NotGraded e) {
            giveUp(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (tries < TRIES) {
                throw e;
            }
            giveUp(id, e instanceof Trouble ? String.valueOf(e.getMessage()) : "The lab failed: " + e);
        }
    }

    private void giveUp(String id, String why) {
        database.update("UPDATE work SET trouble = ? WHERE id = ?", why, id);
    }
}
