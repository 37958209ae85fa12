package gradus.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Stands in a learners' pack for a command of the lab that needs what the pack does not hold, and says so. */
@Command
final class AbsentCommand implements Callable<Integer> {
    /** Why a command is not there, by its name. */
    private static final Map<String, String> REASONS = Map.of(
            "solution", "This pack holds no solutions: whoever gave the assignment has them.",
            "dev", "This pack holds no tools for those who write rooms: they are in the lab itself.",
            "class", "This pack holds no tools for those who teach a class: they are in the lab itself.",
            "notebook", "This pack does not hold the lab in Jupyter: it is in the lab itself.",
            "open", "This pack does not hold the lab's pages: they are in the lab itself.");

    private final String reason;

    private AbsentCommand(String reason) {
        this.reason = reason;
    }

    static boolean standsFor(String name) {
        return REASONS.containsKey(name);
    }

    /** Takes any arguments, and is in no help. */
    static CommandLine named(String name) {
        CommandLine line = new CommandLine(new AbsentCommand(REASONS.getOrDefault(name, "")));
        line.getCommandSpec().name(name).usageMessage().hidden(true);
        return line.setUnmatchedArgumentsAllowed(true);
    }

    @Override
    public Integer call() {
        throw new Usage(reason);
    }
}
