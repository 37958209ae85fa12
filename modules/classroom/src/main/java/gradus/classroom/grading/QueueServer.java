package gradus.classroom.grading;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gradus.classroom.Trouble;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A server of PostgreSQL, on which many processes of many machines share a queue. */
final class QueueServer implements Storage {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ROLES = " docs/fleet.md has the roles.";

    /**
     * After this, a server gives up a machine that was cut off. Else it would keep its locks and its connections for up
     * to two hours.
     */
    private static final String CUT_OFF =
            "SET idle_in_transaction_session_timeout = '10s'; SET tcp_user_timeout = '30s';"
                    + " SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4";

    /** SQLSTATE of a connection that was given up because it did not answer. */
    private static final String CLOSED = "08003";

    private static final Pattern UNTRUSTED = Pattern.compile("verif|SSL root certificate|certificate");

    /** Who grades at present. */
    private static final String GRADERS = """
            CREATE TABLE IF NOT EXISTS grader (
                id VARCHAR(64) PRIMARY KEY, name VARCHAR(200) NOT NULL, lab VARCHAR(64) NOT NULL, jobs INT NOT NULL,
                seen TIMESTAMP WITH TIME ZONE NOT NULL)""";

    private final QueueAddress address;
    private final HikariDataSource pool;

    /** @throws Trouble if the server cannot be reached, or lets nobody in */
    QueueServer(QueueAddress address) {
        this.address = address;
        DataSource source = address.source();
        try (Connection first = source.getConnection()) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(source);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setInitializationFailTimeout(-1);
            config.setConnectionTimeout(PATIENCE.toMillis());
            config.setConnectionInitSql(CUT_OFF);
            pool = new HikariDataSource(config);
        } catch (SQLException e) {
            throw new Trouble(inWords(e), e);
        }
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>(QUEUE_TABLES);
        tables.add("CREATE INDEX IF NOT EXISTS graded_idx ON grade (graded)");
        tables.add(GRADERS);
        return tables;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /**
     * SQLSTATE 08: no connection; 57P: the server shuts down, crashed, or starts; 53: it lacks space or connections;
     * 25006: it only reads, as a replica does until it takes over; 25P03: it took this machine for one that was cut
     * off; 40: two transactions were in each other's way.
     */
    @Override
    public boolean isPassing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("40")
                || state.equals("25006")
                || state.equals("25P03");
    }

    @Override
    public String inWords(SQLException e) {
        if (e instanceof SQLTransientConnectionException && e.getCause() instanceof SQLException reason) {
            return inWords(reason);
        }
        String message = message(e);
        Optional<String> name = address.user();
        if (caused(e, UnknownHostException.class)) {
            return address.shown() + " cannot be reached: there is no such host.";
        } else if (caused(e, ConnectException.class)) {
            return address.shown() + " cannot be reached: nothing listens there.";
        } else if (caused(e, SocketTimeoutException.class)
                || e instanceof SQLTransientConnectionException
                || CLOSED.equals(e.getSQLState())) {
            return address.shown() + " does not answer.";
        } else if (caused(e, SocketException.class) || caused(e, EOFException.class)) {
            return address.shown() + " cannot be reached: no way leads there, or the connection broke.";
        } else if (message.contains("does not support SSL")) {
            return address.shown() + " does not encrypt. Let it use TLS (docs/fleet.md), or say 'sslmode=disable' in"
                    + " --queue where nobody can listen on the way.";
        } else if (caused(e, SSLException.class) || UNTRUSTED.matcher(message).find()) {
            return address.shown() + " is not trusted: " + ended(message) + " Nothing was sent to it. Name the server"
                    + " as its certificate does, and in --queue, with 'sslrootcert=FILE', the authority that signed it.";
        }
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28") || message.contains("no password was provided")) {
            return address.shown() + " does not let " + name.orElse("you") + " in: " + ended(message)
                    + " Name the user in --queue as 'user=NAME', and the file with the password with --password-file.";
        } else if (state.equals("42501")) {
            return address.shown() + " does not let " + name.orElse("you") + " do this: " + ended(message) + ROLES;
        }
        return address.shown() + " cannot be used: " + ended(message);
    }

    /** What the server says, or the driver where the server says nothing, in one line. */
    private static String message(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String message = server == null ? e.getMessage() : server.getMessage();
        return String.valueOf(message).strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static String ended(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
