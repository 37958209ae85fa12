package gradus.cli;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands for who teaches a class. */
@Command(
        name = "class",
        synopsisSubcommandLabel = "COMMAND",
        description = "Assigns rooms to a class, collects and grades submissions, makes gradebooks and reports.")
final class ClassCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ClassCommand(Session session) {
        this.session = session;
    }

    /** Adds the commands of the module, if it is there. */
    static void complete(CommandLine line, Session session) {
        ServiceLoader.load(ClassCommands.class)
                .findFirst()
                .ifPresent(commands -> commands.all(session).forEach(line::addSubcommand));
    }

    @Override
    public Integer call() {
        if (spec.subcommands().isEmpty()) {
            throw new Usage("The commands for classes are not there. Start them with the launcher: '"
                    + session.call("class") + "'.");
        }
        spec.commandLine().usage(session.writer());
        return ExitCode.OK;
    }
}
