package gradus.cli;

import gradus.grader.worker.PreparedClasses;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands for those who write rooms. */
@Command(
        name = "dev",
        description = "For those who write rooms.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DevCheckCommand.class, DevMutateCommand.class, DevNewCommand.class, DevBenchCommand.class})
final class DevCommand implements Runnable {
    private final Session session;

    DevCommand(Session session) {
        this.session = session;
    }

    @Command(name = "prepare", hidden = true, description = "Prepares the classes of workers.")
    int prepare(@Parameters(paramLabel = "FILE", description = "Where to.") Path file)
            throws IOException, InterruptedException {
        PreparedClasses.make(file);
        return ExitCode.OK;
    }

    @Override
    public void run() {
        throw new Usage("'" + session.call("dev check ROOM") + "' holds a room against the rules, '"
                + session.call("dev mutate ROOM") + "' tests its checks, '"
                + session.call("dev new CHAPTER ROOM") + "' begins one, '" + session.call("dev bench NAME")
                + "' measures the lab. docs/authoring.md says how to write a room.");
    }
}
