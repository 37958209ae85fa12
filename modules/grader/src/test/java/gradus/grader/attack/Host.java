package gradus.grader.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This machine, with things on it that hostile code would like to have, and how it was before. */
final class Host implements AutoCloseable {
    /** A variable of the judge's environment that the build sets for this. */
    private static final String VARIABLE = "GRADUS_CANARY";

    private static final long MEGABYTE = 1 << 20;

    private static final Pattern REPEAT = Pattern.compile("@REPEAT (\\d+) (.*)@");

    private final Path home;
    private final Path lab;
    private final List<Place> places;
    private final String secret = "secret-" + UUID.randomUUID();
    /** How long the processes of attacks sleep: it tells them from all others. */
    private final String sleep = Long.toString(100_000 + new java.security.SecureRandom().nextInt(800_000));

    private final ServerSocket server;
    private final AtomicInteger visitors = new AtomicInteger();
    private long compilers;
    private PrintStream out = System.out;
    private PrintStream err = System.err;
    private final Map<Object, Object> properties = new HashMap<>(System.getProperties());
    private final Locale locale = Locale.getDefault();

    /** @param lab a copy of the lab that the judge uses */
    Host(Path home, Path lab) throws IOException {
        this.home = home;
        this.lab = lab;
        Files.writeString(home.resolve("secret.txt"), secret);
        Files.createDirectory(home.resolve("temp"));
        this.places = List.of(new Place(home), new Place(lab));
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread door = new Thread(this::receive, "door");
        door.setDaemon(true);
        door.start();
    }

    private void receive() {
        while (!server.isClosed()) {
            try (Socket visitor = server.accept()) {
                visitors.incrementAndGet();
            } catch (IOException e) {
                // Closed, or gone again.
            }
        }
    }

    /** Tells an attack what it wants to know, and writes out what it repeats. */
    String tellTo(String attack) {
        String text = REPEAT.matcher(attack)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2).replace("\\n", "\n").repeat(Integer.parseInt(found.group(1)))));
        return text.replace("@HOME@", home.toString())
                .replace("@LAB@", lab.toString())
                .replace("@PORT@", Integer.toString(server.getLocalPort()))
                .replace("@JUDGE@", Long.toString(ProcessHandle.current().pid()))
                .replace("@SLEEP@", sleep);
    }

    /** Remembers the judge as it is. */
    void watch() {
        properties.clear();
        properties.putAll(System.getProperties());
        out = System.out;
        err = System.err;
        compilers = compilers();
    }

    /** How many compilers are at work. */
    private static long compilers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("compiler"))
                .count();
    }

    /** The harm that is seen now, and in what is shown of a run. */
    Set<Harm> harm(String shown) {
        Set<Harm> harm = EnumSet.noneOf(Harm.class);
        if (places.stream().anyMatch(Place::isChanged)) {
            harm.add(Harm.FILES);
        }
        if (places.stream().mapToLong(Place::size).sum() > 16 * MEGABYTE) {
            harm.add(Harm.DISK);
        }
        if (!left().isEmpty()) {
            harm.add(Harm.PROCESSES);
        }
        if (visitors.get() > 0) {
            harm.add(Harm.NETWORK);
        }
        String canary = System.getenv(VARIABLE);
        if (shown.contains(secret)
                || shown.contains("class VaultHiddenTest")
                || canary != null && shown.contains(canary)) {
            harm.add(Harm.SECRETS);
        }
        if (shown.chars()
                        .anyMatch(
                                c -> c != '\n' && Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
                || shown.length() > MEGABYTE) {
            harm.add(Harm.REPORT);
        }
        if (System.out != out
                || System.err != err
                || !System.getProperties().equals(properties)
                || !Locale.getDefault().equals(locale)
                || compilers() > compilers) {
            harm.add(Harm.JUDGE);
        }
        return harm;
    }

    private List<ProcessHandle> left() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(sleep))
                        .isPresent())
                .toList();
    }

    /** Ends and removes what an attack left. */
    void cleanUp() {
        left().forEach(ProcessHandle::destroyForcibly);
        places.forEach(Place::restore);
        visitors.set(0);
        Locale.setDefault(locale);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
