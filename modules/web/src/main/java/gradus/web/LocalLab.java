package gradus.web;

import gradus.cli.Pages;
import gradus.cli.WebLab;
import gradus.grader.room.Checkout;
import gradus.grader.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Serves the lab to browsers of this machine. */
public final class LocalLab implements WebLab {
    private static final String VERSION_6 = "::1";

    @Override
    public Open open(Checkout checkout, Workspace workspace, int port) throws IOException {
        return open(new LabSite(new Bench(checkout, workspace)), port);
    }

    @Override
    public Open open(Pages pages, int port) throws IOException {
        return open(new PagesSite(pages), port);
    }

    private static Open open(Site site, int port) throws IOException {
        int free = free(InetAddress.getLoopbackAddress(), port);
        Server server = new Server(site, free, hasVersion6(free));
        server.start();
        return new Open() {
            @Override
            public String address() {
                return server.address();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** The port itself, or any that is free for 0. */
    private static int free(InetAddress address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        }
    }

    private static boolean hasVersion6(int port) {
        try {
            return free(InetAddress.getByName(VERSION_6), port) == port;
        } catch (IOException e) {
            return false;
        }
    }
}
