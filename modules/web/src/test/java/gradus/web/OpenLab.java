package gradus.web;

import gradus.cli.WebLab;
import gradus.grader.room.Checkout;
import gradus.grader.worker.Device;
import gradus.grader.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The lab of this checkout, open for a test. */
final class OpenLab implements AutoCloseable {
    static final Checkout CHECKOUT = Checkout.open(Checkout.homeOf(Path.of("")), Device.CPU, words -> {});

    private final WebLab.Open open;

    OpenLab(Path workspace) throws IOException {
        this(workspace, 0);
    }

    OpenLab(Path workspace, int port) throws IOException {
        open = new LocalLab().open(CHECKOUT, new Workspace(workspace), port);
    }

    String address() {
        return open.address();
    }

    int port() {
        return URI.create(address()).getPort();
    }

    /** The address of a page. */
    String page(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What the token's address ends in. */
    String entrance() {
        return address().substring(address().indexOf("/enter"));
    }

    @Override
    public void close() {
        open.close();
    }
}
