package gradus.classroom.grading;

import gradus.classroom.Course;
import gradus.classroom.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FilePath;

/** The class's own file, which one process can have open at a time, or a copy of it in memory. */
final class ClassFile implements Storage {
    private static final String NAME = "class";
    private static final String SUFFIX = ".mv.db";
    private static final String DEEDS = """
            CREATE TABLE IF NOT EXISTS record (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, assignment VARCHAR(200) NOT NULL,
                person VARCHAR(200) NOT NULL, kind VARCHAR(20) NOT NULL, points DOUBLE PRECISION NOT NULL,
                words TEXT NOT NULL, author VARCHAR(200) NOT NULL, moment VARCHAR(40) NOT NULL)""";

    /** What is read of a copy to see whether all of it is there. */
    private static final List<String> ALL = List.of(
            "SELECT SUM(LENGTH(json)) FROM grade",
            "SELECT SUM(LENGTH(json)) FROM work",
            "SELECT SUM(LENGTH(words)) FROM record");

    private static final int COPIES = 5;
    private static final int PAUSE_MILLIS = 500;

    private final JdbcConnectionPool pool;
    private final List<String> tables;
    private final Runnable end;

    private ClassFile(JdbcConnectionPool pool, List<String> tables, Runnable end) {
        this.pool = pool;
        this.tables = tables;
        this.end = end;
    }

    /** @throws Trouble if there is no place for it */
    static ClassFile of(Course course) {
        try {
            Path file = Files.createDirectories(course.data()).resolve(NAME);
            if (file.toString().contains(";")) {
                throw new Trouble(file + " cannot be opened because of the semicolon in its name. Rename the folder.");
            }
            return new ClassFile(pool("file:" + file, ""), allTables(), () -> {});
        } catch (IOException e) {
            throw new Trouble(course.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A copy that is read alone; nobody is in the way of who writes meanwhile.
     *
     * @throws Trouble if it cannot be read, or somebody writes so much that no copy is whole
     */
    static ClassFile snapshot(Course course) {
        Path file = course.data().resolve(NAME + SUFFIX);
        if (!Files.exists(file)) {
            return new ClassFile(pool("mem:" + UUID.randomUUID(), ""), allTables(), () -> {});
        }
        for (int i = 0; i < COPIES; i++) {
            Optional<ClassFile> whole = copied(file);
            if (whole.isPresent()) {
                return whole.get();
            }
            pause();
        }
        throw new Trouble("Another 'gradus class' works on this class now, and writes so much that nothing can be read"
                + " meanwhile. Try again in a moment.");
    }

    /** Nothing if somebody wrote while the file was copied, so that its parts do not fit together. */
    private static Optional<ClassFile> copied(Path file) {
        FilePath copy = FilePath.get("memFS:" + UUID.randomUUID() + SUFFIX);
        try (OutputStream out = copy.newOutputStream(false)) {
            Files.copy(file, out);
        } catch (IOException e) {
            copy.delete();
            throw new Trouble(
                    "The class's database cannot be read: " + e.getMessage()
                            + ". Another 'gradus class' may work on this class now.",
                    e);
        }
        String name = copy.toString();
        ClassFile opened = new ClassFile(
                pool(name.substring(0, name.length() - SUFFIX.length()), ";ACCESS_MODE_DATA=r"),
                List.of(),
                copy::delete);
        if (opened.isWhole()) {
            return Optional.of(opened);
        }
        opened.close();
        return Optional.empty();
    }

    private boolean isWhole() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : ALL) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while another 'gradus class' wrote.", e);
        }
    }

    private static JdbcConnectionPool pool(String place, String more) {
        return JdbcConnectionPool.create(
                "jdbc:h2:" + place + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MODE=PostgreSQL"
                        + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + more,
                "",
                "");
    }

    private static List<String> allTables() {
        List<String> tables = new ArrayList<>(QUEUE_TABLES);
        tables.add(DEEDS);
        return tables;
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public List<String> tables() {
        return tables;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isPassing(SQLException e) {
        return false;
    }

    @Override
    public String inWords(SQLException e) {
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return "Another 'gradus class' works on this class now. Wait until it has ended, or end it.";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                return "The disk is full. What was graded is kept: make room, and start this again.";
            }
        }
        return "The class's database cannot be used: " + e.getMessage();
    }

    @Override
    public void close() {
        pool.dispose();
        end.run();
    }
}
