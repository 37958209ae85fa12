package gradus.cli;

import gradus.grader.room.Checkout;
import gradus.grader.workspace.Workspace;
import java.io.IOException;

/** The lab in a browser, which is a module of its own: only who opens it needs its libraries. */
public interface WebLab {
    /** Pages that are served until they are closed. */
    interface Open extends AutoCloseable {
        /** What to open in a browser; it lets in whoever has it. */
        String address();

        @Override
        void close();
    }

    /**
     * Serves the lab to this machine.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is in use
     */
    Open open(Checkout checkout, Workspace workspace, int port) throws IOException;

    /**
     * Serves another module's pages to this machine, guarded as the lab's own.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is in use
     */
    Open open(Pages pages, int port) throws IOException;
}
