package gradus.classroom.grading;

import gradus.classroom.Course;
import gradus.classroom.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/** The class's own file, which one process can have open at a time. */
final class ClassFile implements Storage {
    private static final String DEEDS = """
            CREATE TABLE IF NOT EXISTS record (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, assignment VARCHAR(200) NOT NULL,
                person VARCHAR(200) NOT NULL, kind VARCHAR(20) NOT NULL, points DOUBLE PRECISION NOT NULL,
                words TEXT NOT NULL, author VARCHAR(200) NOT NULL, moment VARCHAR(40) NOT NULL)""";

    private final JdbcConnectionPool pool;

    /** @throws Trouble if there is no place for it */
    ClassFile(Course course) {
        try {
            Path file = Files.createDirectories(course.data()).resolve("class");
            if (file.toString().contains(";")) {
                throw new Trouble(file + " cannot be opened because of the semicolon in its name. Rename the folder.");
            }
            pool = JdbcConnectionPool.create(
                    "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MODE=PostgreSQL"
                            + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "",
                    "");
        } catch (IOException e) {
            throw new Trouble(course.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>(QUEUE_TABLES);
        tables.add(DEEDS);
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
    }
}
