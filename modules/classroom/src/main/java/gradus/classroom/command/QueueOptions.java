package gradus.classroom.command;

import gradus.classroom.Course;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.QueueAddress;
import gradus.cli.Usage;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which queue is meant: the class's own, or one that many machines share. */
final class QueueOptions {
    @Option(
            names = "--queue",
            paramLabel = "URL",
            description = "A queue that many machines share, as in"
                    + " jdbc:postgresql://host/database?user=grader&sslmode=verify-full.")
    private @Nullable String url;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password for it. Default: what ~/.pgpass says.")
    private @Nullable Path password;

    /** The queue that is shared, if one is named. */
    Optional<Database> shared() {
        return url == null
                ? Optional.empty()
                : Optional.of(Database.of(new QueueAddress(url, Optional.ofNullable(password))));
    }

    /** The queue that must be named. */
    Database required() {
        return shared().orElseThrow(() -> new Usage("Which queue? --queue must name it, as in"
                + " jdbc:postgresql://host/database?user=grader&sslmode=verify-full."));
    }

    /** The queue that is shared, or the class's own. */
    Database of(Course course) {
        return shared().orElseGet(() -> Database.of(course));
    }
}
