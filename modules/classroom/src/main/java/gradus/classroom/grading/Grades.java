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
import java.util.stream.Stream;

/** The grades of a class, and what instructors changed. */
public final class Grades {
    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final String ADJUSTMENT = "adjustment";

    /** Grades that are taken over at a time. */
    private static final int SLICE = 500;

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
        List<Work> all = List.copyOf(works);
        for (int from = 0; from < all.size(); from += SLICE) {
            takeSlice(all.subList(from, Math.min(from + SLICE, all.size())), shared);
        }
    }

    private void takeSlice(List<Work> works, Grades shared) {
        String[] ids = works.stream().map(Work::id).toArray(String[]::new);
        List<Object[]> graded = shared.database.all(
                row -> new Object[] {row.getString(1), row.getString(2)},
                "SELECT id, json FROM grade WHERE id = ANY(?)",
                (Object) ids);
        List<Object[]> givenUp = shared.database.all(
                row -> new Object[] {row.getString(1), row.getString(2), row.getString(3)},
                "SELECT id, json, trouble FROM work WHERE trouble IS NOT NULL AND id = ANY(?)",
                (Object) ids);
        Object taken = Stream.concat(graded.stream(), givenUp.stream())
                .map(row -> row[0])
                .toArray(String[]::new);
        database.transaction(connection -> {
            Database.update(connection, "DELETE FROM work WHERE id = ANY(?)", taken);
            Database.update(connection, "DELETE FROM grade WHERE id = ANY(?)", (Object)
                    graded.stream().map(row -> row[0]).toArray(String[]::new));
            Database.updateEach(connection, "INSERT INTO grade (id, json) VALUES (?, ?)", graded);
            Database.updateEach(connection, "INSERT INTO work (id, json, tries, trouble) VALUES (?, ?, 0, ?)", givenUp);
            return 0;
        });
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
