package gradus.classroom.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Course;
import gradus.classroom.Trouble;
import gradus.classroom.results.Deed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a class while others work on it. */
class SnapshotTest {
    private static final Deed DEED =
            new Deed("hw1", "ada", "adjustment", 1, "Well written.", "M. Meier", Instant.parse("2026-11-22T10:00:00Z"));
    private static final int SNAPSHOTS = 20;

    @TempDir
    private Path folder;

    private Course course = new Course(Path.of(""), "", Optional.empty());

    @BeforeEach
    void create() throws Exception {
        course = Course.create(folder.resolve("class"), "Made up");
    }

    @Test
    @DisplayName("a class of which nothing is graded yet is empty, and stays without a database")
    void nothingYet() {
        try (Database snapshot = Database.snapshot(course)) {
            assertTrue(new Grades(snapshot).deeds("hw1").isEmpty());
        }
        assertTrue(Files.notExists(course.data().resolve("class.mv.db")));
    }

    @Test
    @DisplayName("what was written is there, though somebody has the class open, and nothing can be written back")
    void whileOpen() throws Exception {
        try (Database database = Database.of(course)) {
            new Grades(database).note(DEED);
            try (Database snapshot = Database.snapshot(course)) {
                assertEquals(List.of(DEED), new Grades(snapshot).deeds("hw1"));
                assertThrows(Trouble.class, () -> new Grades(snapshot).note(DEED));
            }
            new Grades(database).note(DEED);
            try (Database snapshot = Database.snapshot(course)) {
                assertEquals(2, new Grades(snapshot).deeds("hw1").size());
            }
        }
        try (Database snapshot = Database.snapshot(course)) {
            assertEquals(2, new Grades(snapshot).deeds("hw1").size());
        }
    }

    @Test
    @DisplayName("while grades are written, a snapshot never has half of what belongs together")
    void whole() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (Database database = Database.of(course)) {
            CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> write(database, isOver));
            try {
                for (int i = 0; i < SNAPSHOTS; i++) {
                    try (Database snapshot = Database.snapshot(course)) {
                        assertEquals(
                                0, count(snapshot, "SELECT COUNT(*) FROM work WHERE id IN (SELECT id FROM grade)"));
                    }
                }
            } finally {
                isOver.set(true);
            }
            int written = writing.get(1, TimeUnit.MINUTES);
            try (Database snapshot = Database.snapshot(course)) {
                assertEquals(written, count(snapshot, "SELECT COUNT(*) FROM grade"));
            }
        }
    }

    /** Orders works and grades them, one after the other. */
    private static int write(Database database, AtomicBoolean isOver) {
        int written = 0;
        for (; !isOver.get(); written++) {
            String id = Integer.toString(written);
            String json = "x".repeat(written * 7 % 9_000);
            database.update("INSERT INTO work (id, json, tries) VALUES (?, ?, 0)", id, json);
            database.transaction(connection -> {
                Database.update(connection, "INSERT INTO grade (id, json) VALUES (?, ?)", id, json);
                return Database.update(connection, "DELETE FROM work WHERE id = ?", id);
            });
        }
        return written;
    }

    private static int count(Database database, String sql) {
        return database.first(row -> row.getInt(1), sql).orElseThrow();
    }

    @Test
    @DisplayName("a file that is no database is named in words")
    void broken() throws Exception {
        Files.createDirectories(course.data());
        Files.writeString(course.data().resolve("class.mv.db"), "no database");

        Trouble trouble = assertThrows(Trouble.class, () -> Database.snapshot(course));

        String words = String.valueOf(trouble.getMessage());
        assertTrue(
                words.startsWith(course.data().resolve("class.mv.db")
                        + " cannot be read. If another 'gradus class' works on this class now, try again in a moment."),
                words);
    }
}
