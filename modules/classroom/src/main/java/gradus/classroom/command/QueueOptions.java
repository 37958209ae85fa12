package gradus.classroom.command;

import gradus.classroom.grading.Database;
import gradus.classroom.grading.QueueAddress;
import gradus.cli.Console;
import gradus.cli.Usage;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which queue is meant, of those that many machines share. */
final class QueueOptions {
    private static final String EXAMPLE = "jdbc:postgresql://host/database?user=NAME";

    @Option(
            names = "--queue",
            paramLabel = "URL",
            description = "A queue that many machines share, as in " + EXAMPLE + ". docs/fleet.md tells more.")
    private @Nullable String url;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Holds the password for the queue, and can be read by you alone. Default: what ~/.pgpass says.")
    private @Nullable Path password;

    /** Whether a queue is named. */
    boolean isShared() {
        return url != null;
    }

    /**
     * Opens the queue that is named.
     *
     * @throws Usage if none is
     */
    Database open(Console console) {
        if (url == null) {
            throw new Usage("Which queue? --queue names it, as in " + EXAMPLE + ".");
        }
        Path file = password == null ? null : console.folder().resolve(password);
        return Database.of(new QueueAddress(url, Optional.ofNullable(file)), console::complain);
    }
}
