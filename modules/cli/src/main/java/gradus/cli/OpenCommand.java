package gradus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the lab in a browser. */
@Command(name = "open", description = "Opens the lab in your browser. Ends with Ctrl-C.")
final class OpenCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Browsing browsing = new Browsing();

    OpenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        browsing.serve(session, "open", false, (lab, port) -> lab.open(session.checkout(), session.workspace(), port));
        return ExitCode.OK;
    }
}
