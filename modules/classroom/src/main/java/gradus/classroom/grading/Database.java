package gradus.classroom.grading;

import gradus.classroom.Course;
import gradus.classroom.Trouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Where the queue and the grades are: a file of the class, or a server. What was written is there when a process ends,
 * however it ends.
 */
public final class Database implements AutoCloseable {
    /** How long a server that was there is waited for. */
    private static final Duration RETURN = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LOCK = 0x67726164;

    /** What can be done with a connection. */
    interface Action<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Storage storage;
    private final Consumer<String> news;
    private final AtomicBoolean isAway = new AtomicBoolean();
    private boolean isOpen;

    /** @param news is told when it has to be waited for */
    private Database(Storage storage, Consumer<String> news) {
        this.storage = storage;
        this.news = news;
        try {
            createTables();
        } catch (Trouble e) {
            storage.close();
            throw e;
        }
        isOpen = true;
    }

    private void createTables() {
        boolean areThere = storage.isShared()
                && first(row -> row.getBoolean(1), "SELECT to_regclass('grader') IS NOT NULL")
                        .orElse(false);
        if (areThere || storage.tables().isEmpty()) {
            return;
        }
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                if (storage.isShared()) {
                    // Two who make the same table at a time are in each other's way.
                    statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                }
                for (String table : storage.tables()) {
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
        return new Database(ClassFile.of(course), words -> {});
    }

    /**
     * Opens a snapshot of the class's own, as it was written a moment ago: in memory, to be read alone. Another process
     * may have the class open meanwhile, and go on writing; a snapshot is in nobody's way. A process that has the class
     * open itself should not take one: on Linux, to close the file that was copied gives up the lock on it.
     *
     * @throws Trouble if it cannot be read several times: it is broken, or another process writes without a pause
     */
    public static Database snapshot(Course course) {
        return new Database(ClassFile.snapshot(course), words -> {});
    }

    /**
     * Opens one on a server of PostgreSQL, which many processes share.
     *
     * @param news is told, in words, when the server is gone and when it is there again
     * @throws Trouble if it cannot be reached, or lets nobody in
     */
    public static Database of(QueueAddress address, Consumer<String> news) {
        return new Database(new QueueServer(address), news);
    }

    DataSource source() {
        return storage.source();
    }

    boolean isShared() {
        return storage.isShared();
    }

    /**
     * Does something as a whole: all of it, or nothing. Where a server that was there is gone, it is waited for, and
     * the whole is tried again; so what is done must bear to be done twice.
     */
    <T> T transaction(Action<T> action) {
        return patiently(() -> once(action));
    }

    /** Something that may not get through to a database. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** Tries something until it works, as long as what goes wrong is a server that is gone. */
    <T> T patiently(Attempt<T> attempt) {
        long end = System.nanoTime() + (isOpen ? RETURN.toNanos() : 0);
        while (true) {
            try {
                T result = attempt.make();
                if (isAway.compareAndSet(true, false)) {
                    news.accept("The database is there again.");
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                SQLException reason = reason(e);
                if (!storage.isPassing(reason) || System.nanoTime() > end) {
                    throw new Trouble(storage.inWords(reason), e);
                }
                if (isAway.compareAndSet(false, true)) {
                    news.accept(storage.inWords(reason) + " It is waited for, and nothing is lost.");
                }
                pause();
            }
        }
    }

    private static SQLException reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    /** Does something as a whole, or fails: nothing is waited for but a free connection. */
    <T> T once(Action<T> action) throws SQLException {
        try (Connection connection = storage.source().getConnection()) {
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while the database was not there. What was graded is kept.", e);
        }
    }

    /** The time that counts for all who share a server, whatever their own clocks say. */
    Instant now() {
        return isShared()
                ? first(row -> row.getTimestamp(1).toInstant(), "SELECT clock_timestamp()")
                        .orElseThrow()
                : Instant.now();
    }

    /** Does the same update with one value after another. */
    static void updateEach(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                set(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
        set(statement, values);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
