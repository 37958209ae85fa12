package gradus.cli.daemon;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The daemon: listens at its address until nobody came for a while, the lab was built again, or it is asked to stop.
 */
public final class Server {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Address address;
    private final Duration patience;
    private final Service service;
    private final Path home;
    private final String build;
    private final long started = System.nanoTime();
    private long commands;
    private int running;
    private long idleSince = System.nanoTime();
    private boolean isEnding;

    /**
     * @param home root of the lab
     * @param patience how long it waits for a command before it ends
     */
    public Server(Path home, Address address, Duration patience, Service service) {
        this.home = home;
        this.build = Address.build(home);
        this.address = address;
        this.patience = patience;
        this.service = service;
    }

    /**
     * Serves, and returns when it is over; at once if another daemon listens at the address.
     *
     * @throws IOException if it cannot listen there
     */
    public void serve() throws IOException {
        address.prepare();
        try (FileChannel file = FileChannel.open(address.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                ServerSocketChannel sockets = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                service) {
            FileLock lock = file.tryLock();
            if (lock == null) {
                return;
            }
            address.removeAbandoned();
            // A daemon that was killed leaves its socket.
            Files.deleteIfExists(address.socket());
            sockets.bind(UnixDomainSocketAddress.of(address.socket()));
            inBackground("idle", () -> endWhenUseless(sockets));
            accept(sockets);
            Files.deleteIfExists(address.socket());
            lock.release();
            awaitRest();
        }
    }

    private void accept(ServerSocketChannel sockets) throws IOException {
        while (true) {
            SocketChannel socket;
            try {
                socket = sockets.accept();
            } catch (ClosedChannelException e) {
                return;
            }
            inBackground("client", () -> new Conversation(this, sockets, new Wire(socket)).run());
        }
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void endWhenUseless(ServerSocketChannel sockets) {
        try {
            while (!isUseless()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(sockets);
    }

    private synchronized boolean isUseless() {
        boolean isIdle = running == 0;
        boolean isTired = isIdle && System.nanoTime() - idleSince > patience.toNanos();
        return isTired || !isCurrent() || (isIdle && service.isWorn()) || !Files.exists(address.socket());
    }

    private boolean isCurrent() {
        return Address.build(home).equals(build);
    }

    /** Accepts no more clients; those that it has are served to the end. */
    synchronized void end(ServerSocketChannel sockets) {
        isEnding = true;
        try {
            sockets.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void awaitRest() {
        try {
            while (running > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Service service() {
        return service;
    }

    /** Whether a call would find this daemon under its address; the launcher's client leaves that to us. */
    boolean serves(Call call) {
        return Address.of(home, call).equals(address);
    }

    /** Whether a command may begin; {@link #done} must follow then. */
    synchronized boolean begin() {
        if (isEnding || !isCurrent()) {
            return false;
        }
        commands++;
        running++;
        return true;
    }

    synchronized void done() {
        running--;
        idleSince = System.nanoTime();
        notifyAll();
    }

    synchronized String condition() {
        Runtime memory = Runtime.getRuntime();
        return new Gson()
                .toJson(new Condition(
                        ProcessHandle.current().pid(),
                        Duration.ofNanos(System.nanoTime() - started).toMinutes(),
                        commands,
                        running,
                        patience.toMillis() / 60_000.0,
                        (memory.totalMemory() - memory.freeMemory()) >> 20,
                        isCurrent()));
    }
}
