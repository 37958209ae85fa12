package gradus.classroom.grading;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gradus.classroom.results.Adjustment;
import gradus.classroom.results.Deed;
import gradus.classroom.results.RoomGrade;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The grades of a class, and what instructors changed. */
public final class Grades {
    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final String ADJUSTMENT = "adjustment";

    private final Database database;

    public Grades(Database database) {
        this.database = database;
    }

    /** The grade of a work, if there is one. */
    public Optional<RoomGrade> of(Work work) {
        return database.first(
                row -> GSON.fromJson(row.getString(1), RoomGrade.class),
                "SELECT json FROM grade WHERE id = ?",
                work.id());
    }

    /** Why a work could not be graded, if that was given up. */
    public Optional<String> trouble(Work work) {
        return database.first(
                row -> String.valueOf(row.getString(1)),
                "SELECT trouble FROM work WHERE id = ? AND trouble IS NOT NULL",
                work.id());
    }

    /** Takes over grades, and why others were given up, from a queue that many machines share. */
    public void takeOver(Collection<Work> works, Grades shared) {
        for (Work work : works) {
            String id = work.id();
            shared.database
                    .first(row -> String.valueOf(row.getString(1)), "SELECT json FROM grade WHERE id = ?", id)
                    .ifPresent(json -> database.transaction(connection -> {
                        Database.update(connection, "DELETE FROM grade WHERE id = ?", id);
                        Database.update(connection, "DELETE FROM work WHERE id = ?", id);
                        return Database.update(connection, "INSERT INTO grade (id, json) VALUES (?, ?)", id, json);
                    }));
            shared.trouble(work)
                    .ifPresent(why -> database.transaction(connection -> {
                        Database.update(connection, "DELETE FROM work WHERE id = ?", id);
                        return Database.update(
                                connection,
                                "INSERT INTO work (id, json, tries, trouble) VALUES (?, ?, 0, ?)",
                                id,
                                GSON.toJson(work),
                                why);
                    }));
        }
    }

    /** Writes down what an instructor changes. */
    public void adjust(String assignment, Adjustment adjustment) {
        note(new Deed(
                assignment,
                adjustment.person(),
                ADJUSTMENT,
                adjustment.points(),
                adjustment.why(),
                adjustment.by(),
                adjustment.when()));
    }

    /** The adjustments of one person in the order in which they were made. */
    public List<Adjustment> adjustments(String assignment, String person) {
        return deeds(assignment).stream()
                .filter(deed -> deed.kind().equals(ADJUSTMENT) && deed.person().equals(person))
                .map(deed -> new Adjustment(deed.person(), deed.points(), deed.words(), deed.by(), deed.when()))
                .toList();
    }

    /** Writes down what was done. */
    public void note(Deed deed) {
        database.update(
                "INSERT INTO record (assignment, person, kind, points, words, author, moment)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                deed.assignment(),
                deed.person(),
                deed.kind(),
                deed.points(),
                deed.words(),
                deed.by(),
                deed.when().toString());
    }

    /** All that was done in an assignment, in its order. */
    public List<Deed> deeds(String assignment) {
        return database.all(
                row -> new Deed(
                        assignment,
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.parse(row.getString(6))),
                "SELECT person, kind, points, words, author, moment FROM record WHERE assignment = ? ORDER BY number",
                assignment);
    }
}
