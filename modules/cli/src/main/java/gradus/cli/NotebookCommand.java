package gradus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The lab in Jupyter. */
@Command(
        name = "notebook",
        description = "The lab in Jupyter: installs the kernel, writes the rooms' notebooks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NotebookInstallCommand.class, NotebookUninstallCommand.class, NotebookWriteCommand.class})
final class NotebookCommand implements Callable<Integer> {
    private final Session session;

    NotebookCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        throw new Usage("'" + session.call("notebook install") + "' installs the kernel for Jupyter, '"
                + session.call("notebook --help") + "' says more.");
    }
}
