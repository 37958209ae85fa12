package gradus.classroom.grading;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gradus.classroom.Course;
import gradus.classroom.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FilePath;

/**
 * Where the queue and the grades are: a file of the class, or a server. What was written is there when a process ends,
 * however it ends.
 */
public final class Database implements AutoCloseable {
    /** The task's table is db-scheduler's, as its documentation has it. */
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS scheduled_tasks (
                task_name VARCHAR(100) NOT NULL, task_instance VARCHAR(200) NOT NULL, task_data BYTEA,
                execution_time TIMESTAMP WITH TIME ZONE NOT NULL, picked BOOLEAN NOT NULL, picked_by VARCHAR(200),
                last_success TIMESTAMP WITH TIME ZONE, last_failure TIMESTAMP WITH TIME ZONE,
                consecutive_failures INT, last_heartbeat TIMESTAMP WITH TIME ZONE, version BIGINT NOT NULL,
                priority SMALLINT, PRIMARY KEY (task_name, task_instance))""",
            "CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time)",
            "CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
            """
            CREATE TABLE IF NOT EXISTS work (
                id VARCHAR(64) PRIMARY KEY, json TEXT NOT NULL, tries INT NOT NULL, trouble TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS grade (
                id VARCHAR(64) PRIMARY KEY, json TEXT NOT NULL, grader VARCHAR(200), graded TIMESTAMP WITH TIME ZONE)""",
            """
            CREATE TABLE IF NOT EXISTS record (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, assignment VARCHAR(200) NOT NULL,
                person VARCHAR(200) NOT NULL, kind VARCHAR(20) NOT NULL, points DOUBLE PRECISION NOT NULL,
                words TEXT NOT NULL, author VARCHAR(200) NOT NULL, moment VARCHAR(40) NOT NULL)""");

    private static final String FILE = "class";
    private static final String SUFFIX = ".mv.db";

    /** What is read of a snapshot to see whether all of it is there. */
    private static final List<String> ALL = List.of(
            "SELECT SUM(LENGTH(json)) FROM grade",
            "SELECT SUM(LENGTH(json)) FROM work",
            "SELECT SUM(LENGTH(words)) FROM record");

    private static final int SNAPSHOTS = 5;
    private static final int CONNECTIONS = 8;
    private static final int LOCK = 0x67726164;
    /** How long a server that was there is waited for. */
    private static final Duration RETURN = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What can be done with a connection. */
    interface Action<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final DataSource source;
    private final Runnable end;
    private final String server;
    private boolean isOpen;

    /** @param server what is said of it where it is a server; else nothing */
    private Database(DataSource source, Runnable end, String server) {
        this.source = source;
        this.end = end;
        this.server = server;
    }

    /** With its tables. */
    private Database made() {
        createTables();
        isOpen = true;
        return this;
    }

    private void createTables() {
        boolean areThere = isServer()
                && first(row -> row.getBoolean(1), "SELECT to_regclass('grade') IS NOT NULL")
                        .orElse(false);
        if (areThere) {
            return;
        }
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                if (isServer()) {
                    // Two who make the same table at a time are in each other's way.
                    statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                }
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
            return 0;
        });
    }

    /**
     * Opens the class's own, which one process can have open at a time.
     *
     * @throws Trouble if another process has it, or it cannot be read
     */
    public static Database of(Course course) {
        try {
            Path file = Files.createDirectories(course.data()).resolve(FILE);
            if (file.toString().contains(";")) {
                throw new Trouble(file + " cannot be opened because of the semicolon in its name. Rename the folder.");
            }
            JdbcConnectionPool pool = embedded("file:" + file, "");
            return new Database(pool, pool::dispose, "").made();
        } catch (IOException e) {
            throw new Trouble(course.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static JdbcConnectionPool embedded(String place, String more) {
        return JdbcConnectionPool.create(
                "jdbc:h2:" + place + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MODE=PostgreSQL"
                        + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + more,
                "",
                "");
    }

    /**
     * Opens a snapshot of the class's own, as it was written a moment ago: in memory, to be read alone. Another process
     * may have the class open meanwhile, and go on writing; a snapshot is in nobody's way. A process that has the class
     * open itself should not take one: on Linux, to close the file that was copied gives up the lock on it.
     *
     * @throws Trouble if it cannot be read several times: it is broken, or another process writes without a pause
     */
    public static Database snapshot(Course course) {
        Path file = course.data().resolve(FILE + SUFFIX);
        if (!Files.exists(file)) {
            JdbcConnectionPool pool = embedded("mem:" + UUID.randomUUID(), "");
            return new Database(pool, pool::dispose, "").made();
        }
        for (int i = 1; ; i++) {
            try {
                return copy(file);
            } catch (Trouble e) {
                if (i == SNAPSHOTS) {
                    throw new Trouble(
                            file + " cannot be read. If another 'gradus class' works on this class now, try again in a"
                                    + " moment. What was said: " + e.getMessage(),
                            e);
                }
                pause();
            }
        }
    }

    /** @throws Trouble if somebody wrote while the file was copied, so that its parts do not fit together */
    private static Database copy(Path file) {
        FilePath copy = FilePath.get("memFS:" + UUID.randomUUID() + SUFFIX);
        try (OutputStream out = copy.newOutputStream(false)) {
            Files.copy(file, out);
        } catch (IOException e) {
            copy.delete();
            throw new Trouble("The class's database cannot be read: " + e.getMessage(), e);
        }
        String name = copy.toString();
        JdbcConnectionPool pool = embedded(name.substring(0, name.length() - SUFFIX.length()), ";ACCESS_MODE_DATA=r");
        Database database = new Database(
                pool,
                () -> {
                    pool.dispose();
                    copy.delete();
                },
                "");
        try {
            ALL.forEach(sql -> database.all(row -> row.getLong(1), sql));
            return database;
        } catch (Trouble e) {
            database.close();
            throw e;
        }
    }

    /**
     * Opens one on a server of PostgreSQL, which many processes share.
     *
     * @param url without a password, which stands in a file that its user alone may read
     * @throws Trouble if it cannot be reached, or lets nobody in
     */
    public static Database of(QueueAddress address) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.source());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new Database(pool, pool::close, address.shown()).made();
        } catch (Trouble e) {
            pool.close();
            throw e;
        }
    }

    DataSource source() {
        return source;
    }

    /**
     * Does something as a whole: all of it, or nothing. Where a server that was there is gone, it is waited for, and
     * the whole is tried again; so what is done must bear to be done twice.
     */
    <T> T transaction(Action<T> action) {
        long end = System.nanoTime() + (isOpen ? RETURN.toNanos() : 0);
        while (true) {
            try {
                return once(action);
            } catch (SQLException e) {
                if (!isServer() || !isGone(e) || System.nanoTime() > end) {
                    throw new Trouble(inWords(e), e);
                }
                pause();
            }
        }
    }

    private <T> T once(Action<T> action) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = action.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction.
        }
    }

    /** SQLSTATE 08: no connection; 57P: the server shuts down, crashed, or starts. */
    private static boolean isGone(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while the database was not there. What was graded is kept.", e);
        }
    }

    boolean isServer() {
        return !server.isEmpty();
    }

    /** The time that counts for all who share a server, whatever their own clocks say. */
    Instant now() {
        return isServer()
                ? first(row -> row.getTimestamp(1).toInstant(), "SELECT CURRENT_TIMESTAMP")
                        .orElseThrow()
                : Instant.now();
    }

    /** What is wrong with a database, in words. */
    private String inWords(SQLException e) {
        if (isServer()) {
            return server + " cannot be used: " + String.valueOf(e.getMessage()).strip();
        }
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return "Another 'gradus class' works on this class now. Wait until it has ended, or end it.";
        }
        String message = String.valueOf(e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                return "The disk is full. What was graded is kept: make room, and start this again.";
            }
        }
        return "The class's database cannot be used: " + message;
    }

    int update(String sql, Object... values) {
        return transaction(connection -> update(connection, sql, values));
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> all(Row<T> row, String sql, Object... values) {
        return transaction(connection -> all(connection, row, sql, values));
    }

    static <T> List<T> all(Connection connection, Row<T> row, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, Object... values) {
        return all(row, sql, values).stream().findFirst();
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        end.run();
    }
}
