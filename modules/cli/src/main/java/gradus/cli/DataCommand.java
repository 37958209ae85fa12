package gradus.cli;

import picocli.CommandLine.Command;

/** Commands for data sets. */
@Command(
        name = "data",
        description = "Lists, fetches and verifies data sets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataListCommand.class, DataFetchCommand.class, DataVerifyCommand.class, DataAcceptCommand.class})
final class DataCommand implements Runnable {
    private final Session session;

    DataCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new Usage("'" + session.call("data list") + "' lists data sets, '" + session.call("data fetch SET")
                + "' gets one, '" + session.call("data verify") + "' compares what is here with what was published.");
    }
}
