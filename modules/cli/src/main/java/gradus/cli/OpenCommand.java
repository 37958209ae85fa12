package gradus.cli;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the lab in a browser. */
@Command(name = "open", description = "Opens the lab in your browser. Ends with Ctrl-C.")
final class OpenCommand implements Callable<Integer> {
    private static final int PORTS = 65_535;

    private final Session session;

    @Option(names = "--port", paramLabel = "N", description = "Default: any that is free.")
    private int port;

    @Option(names = "--no-open", description = "Does not start a browser.")
    private boolean noOpen;

    OpenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > PORTS) {
            throw new Usage("--port must be a number from 0 to " + PORTS + ", but was " + port + ".");
        }
        WebLab lab = ServiceLoader.load(WebLab.class)
                .findFirst()
                .orElseThrow(() -> new Usage("The lab's pages are not there. Start them with the launcher: '"
                        + session.call("open") + "'."));
        CountDownLatch isOver = new CountDownLatch(1);
        session.cancelBy(isOver::countDown);
        try (WebLab.Open open = lab.open(session.checkout(), session.workspace(), port)) {
            session.say("The lab is open: " + open.address());
            session.tell("This address lets in whoever has it, from this machine alone. Ctrl-C closes the lab.");
            if (!noOpen && session.isTerminal()) {
                Viewer.open(open.address(), session.environment());
            }
            isOver.await();
        } catch (IOException e) {
            throw new Usage("Port " + port + " cannot be used (" + e.getMessage()
                    + "): another program may use it. Without --port the lab takes one that is free.");
        }
        return ExitCode.OK;
    }
}
