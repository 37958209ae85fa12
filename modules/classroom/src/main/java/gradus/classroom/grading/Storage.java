package gradus.classroom.grading;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What holds a database: a file of the class, or a server that many share. */
sealed interface Storage extends AutoCloseable permits ClassFile, QueueServer {
    /** The task's table is db-scheduler's, as its documentation has it. */
    List<String> QUEUE_TABLES = List.of(
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
                id VARCHAR(64) PRIMARY KEY, json TEXT NOT NULL, grader VARCHAR(200), graded TIMESTAMP WITH TIME ZONE)""");

    DataSource source();

    /** What makes the tables that are not there yet. */
    List<String> tables();

    /** Whether other processes use it at the same time. */
    boolean isShared();

    /** Whether what went wrong may pass by itself, so that it is waited for. */
    boolean isPassing(SQLException e);

    /** What went wrong, and the way out. */
    String inWords(SQLException e);

    @Override
    void close();
}
