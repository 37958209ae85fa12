package gradus.classroom.grading;

import gradus.classroom.Course;
import gradus.classroom.FullDisk;
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

    /** What classes of earlier versions lack. */
    private static final List<String> SINCE = List.of(
            "ALTER TABLE grade ADD COLUMN IF NOT EXISTS grader VARCHAR(200)",
            "ALTER TABLE grade ADD COLUMN IF NOT EXISTS graded TIMESTAMP WITH TIME ZONE");

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
     * @throws Trouble if it cannot be read several times
     */
    static ClassFile snapshot(Course course) {
        Path file = course.data().resolve(NAME + SUFFIX);
        if (!Files.exists(file)) {
            return new ClassFile(pool("mem:" + UUID.randomUUID(), ""), allTables(), () -> {});
        }
        for (int i = 1; ; i++) {
            try {
                return copied(file);
            } catch (IOException | SQLException e) {
                if (i == COPIES) {
                    throw new Trouble(
                            file + " cannot be read. If another 'gradus class' works on this class now, try again in a"
                                    + " moment. What was said: " + e.getMessage(),
                            e);
                }
                pause();
            }
        }
    }

    /** @throws SQLException if somebody wrote while the file was copied, so that its parts do not fit together */
    private static ClassFile copied(Path file) throws IOException, SQLException {
        FilePath copy = FilePath.get("memFS:" + UUID.randomUUID() + SUFFIX);
        try (OutputStream out = copy.newOutputStream(false)) {
            Files.copy(file, out);
        } catch (IOException e) {
            copy.delete();
            throw e;
        }
        String name = copy.toString();
        ClassFile opened = new ClassFile(
                pool(name.substring(0, name.length() - SUFFIX.length()), ";ACCESS_MODE_DATA=r"),
                List.of(),
                copy::delete);
        try {
            opened.readAll();
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private void readAll() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : ALL) {
                statement.execute(sql);
            }
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
        tables.addAll(SINCE);
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
        if (FullDisk.isBehind(e)) {
            return "The disk is full. What was graded is kept: make room, and start this again.";
        }
        return "The class's database cannot be used: " + e.getMessage();
    }

    @Override
    public void close() {
        pool.dispose();
        end.run();
    }
}
