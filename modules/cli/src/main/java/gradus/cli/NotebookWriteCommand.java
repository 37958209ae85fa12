package gradus.cli;

import gradus.grader.notebook.Notebooks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the rooms' notebooks. */
@Command(name = "write", description = "For authors: writes the notebooks of the rooms into notebooks/.")
final class NotebookWriteCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--check", description = "Writes nothing. Exit code 1: some are not what their rooms say.")
    private boolean check;

    @Option(names = "--solved", paramLabel = "DIR", description = "Writes solved notebooks, into a folder of yours.")
    private @Nullable Path solved;

    NotebookWriteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Notebooks notebooks = new Notebooks(session.home(), session.checkout().roadmap());
        if (solved != null) {
            session.say("Written: " + notebooks.writeSolved(solved) + ".");
            return ExitCode.OK;
        } else if (!check) {
            List<Path> changed = notebooks.write();
            changed.forEach(file -> session.say(session.home().relativize(file).toString()));
            session.say(changed.isEmpty() ? "All notebooks are fresh." : "Written: " + changed.size() + ".");
            return ExitCode.OK;
        }
        List<String> stale = notebooks.stale();
        stale.forEach(what -> session.say(what + "."));
        session.say(
                stale.isEmpty()
                        ? "All notebooks are fresh."
                        : "'" + session.call("notebook write") + "' writes them anew.");
        return stale.isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }
}
