package gradus.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/** What commands share that open pages in a browser: their options, and how long the pages are there. */
public final class Browsing {
    private static final int PORTS = 65_535;

    /** Opens what a command is about. */
    @FunctionalInterface
    public interface Opening {
        WebLab.Open by(WebLab lab, int port) throws IOException;
    }

    @Option(names = "--port", paramLabel = "N", description = "Default: any that is free.")
    private int port;

    @Option(names = "--no-open", description = "Does not start a browser.")
    private boolean noOpen;

    /**
     * Opens pages, says their address, and serves them until the command is ended.
     *
     * @param command that does it, without the lab's name
     * @param json whether programs read the address
     */
    public void serve(Console console, String command, boolean json, Opening opening) throws InterruptedException {
        if (port < 0 || port > PORTS) {
            throw new Usage("--port must be a number from 0 to " + PORTS + ", but was " + port + ".");
        }
        WebLab lab = ServiceLoader.load(WebLab.class)
                .findFirst()
                .orElseThrow(() -> new Usage("The lab's pages are not there. Start them with the launcher: '"
                        + console.call(command) + "'."));
        CountDownLatch isOver = new CountDownLatch(1);
        console.cancelBy(isOver::countDown);
        try (WebLab.Open open = opening.by(lab, port)) {
            say(console, json, open.address());
            isOver.await();
        } catch (IOException e) {
            throw new Usage("Port " + port + " cannot be used (" + e.getMessage()
                    + "): another program may use it. Without --port the lab takes one that is free.");
        }
    }

    private void say(Console console, boolean json, String address) {
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("address", address);
            console.json(object);
            return;
        }
        console.say("The lab is open: " + address);
        console.tell("This address lets in whoever has it, from this machine alone. Ctrl-C closes the lab.");
        if (!noOpen) {
            console.view(address);
        }
    }
}
