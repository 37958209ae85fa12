package gradus.classroom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Machines with cables to a switch: network namespaces, pairs of links and a bridge that nobody else sees. They have no
 * name in the system. With all that runs in them they are gone when this is closed, or when the process of the test
 * ends, however it ends.
 */
final class Lan implements AutoCloseable {
    /** Keeps a namespace until its input ends, and then ends what runs in it. Ctrl-C does not end it. */
    private static final String KEEP = "trap '' INT TERM HUP; echo; read -r end;"
            + " all=$(find -L /proc/[0-9]*/ns/net -maxdepth 0 -samefile /proc/$$/ns/net 2>/dev/null | cut -d/ -f3);"
            + " for one in $all; do [ $one = $$ ] || kill -9 $one 2>/dev/null; done";

    private static final String DOMAIN = ".class.test";
    private static final String NETWORK = "192.0.2.";

    private final Path names = Files.createTempFile("hosts", "");
    private final Deque<Process> keepers = new ArrayDeque<>();
    private final List<String> atSwitch;
    private int hosts;

    Lan() throws IOException, InterruptedException {
        Files.writeString(names, "127.0.0.1 localhost\n");
        atSwitch = inside(keeper());
        run(atSwitch, "ip", "link", "add", "bridge", "type", "bridge");
        run(atSwitch, "ip", "link", "set", "bridge", "up");
    }

    /** Whether this user and this system can make one. */
    static boolean isPossible() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--net", "ip", "link", "add", "bridge", "type", "bridge")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private Process keeper() throws IOException {
        Process keeper = new ProcessBuilder("unshare", "--net", "sh", "-c", KEEP)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        keepers.push(keeper);
        if (keeper.getInputStream().read() < 0) {
            throw new IOException("there is no namespace");
        }
        return keeper;
    }

    private static List<String> inside(Process keeper) {
        return List.of("nsenter", "--net=/proc/" + keeper.pid() + "/ns/net");
    }

    /** Adds a machine. */
    Host host(String name) throws IOException, InterruptedException {
        Process keeper = keeper();
        Host host = new Host(name + DOMAIN, NETWORK + ++hosts, inside(keeper));
        String pid = Long.toString(keeper.pid());
        run(atSwitch, "ip", "link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", pid);
        run(atSwitch, "ip", "link", "set", name, "master", "bridge", "up");
        run(host.before(), "ip", "link", "set", "lo", "up");
        run(host.before(), "ip", "address", "add", host.address() + "/24", "dev", "eth0");
        run(host.before(), "ip", "link", "set", "eth0", "up");
        Files.writeString(names, host.address() + " " + host.name() + "\n", StandardOpenOption.APPEND);
        return host;
    }

    private static String port(Host host) {
        return host.name().replace(DOMAIN, "");
    }

    /** Gives a machine the line of a modem: 256 kbit a second each way. What its short queue cannot hold is lost. */
    void slow(Host host) throws IOException, InterruptedException {
        String[] shape = {"root", "tbf", "rate", "256kbit", "burst", "1600", "limit", "5000"};
        run(atSwitch, with(shape, "tc", "qdisc", "add", "dev", port(host)));
        run(host.before(), with(shape, "tc", "qdisc", "add", "dev", "eth0"));
    }

    /** Pulls the cable of a machine. Nobody is told: what was connected still seems to be. */
    void unplug(Host host) throws IOException, InterruptedException {
        run(atSwitch, "ip", "link", "set", port(host), "down");
    }

    void plug(Host host) throws IOException, InterruptedException {
        run(atSwitch, "ip", "link", "set", port(host), "up");
    }

    /** A command of the lab, on one of the machines. */
    ProcessBuilder gradus(Host host, Path at, String... words) {
        return GradusProcess.builder(at, host.before(), List.of("-Djdk.net.hosts.file=" + names), words);
    }

    private static String[] with(String[] last, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(last));
        return all.toArray(String[]::new);
    }

    private static void run(List<String> before, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Process keeper : keepers) {
            keeper.getOutputStream().close();
            keeper.waitFor();
        }
        Files.delete(names);
    }
}
