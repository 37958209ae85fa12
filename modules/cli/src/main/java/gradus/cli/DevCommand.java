package gradus.cli;

import picocli.CommandLine.Command;

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

    @Override
    public void run() {
        throw new Usage("'" + session.call("dev check ROOM") + "' holds a room against the rules, '"
                + session.call("dev mutate ROOM") + "' tests its checks, '"
                + session.call("dev new CHAPTER ROOM") + "' begins one, '" + session.call("dev bench NAME")
                + "' measures the lab. docs/authoring.md says how to write a room.");
    }
}
