package gradus.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to a port of this machine on which everything takes a while, in both directions. */
final class SlowLine implements AutoCloseable {
    private final ServerSocket entry;
    private final int target;
    private final int millis;

    SlowLine(int target, int millis) throws IOException {
        this.target = target;
        this.millis = millis;
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has hung up.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entry.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> carry(client, server));
            start(() -> carry(server, client));
        }
    }

    private void carry(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Thread.sleep(millis);
                out.write(buffer, 0, n);
            }
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
