package gradus.grader.worker;

import de.siegmar.fastcsv.reader.CsvReader;
import gradus.datasets.DataFolder;
import gradus.datasets.Datasets;
import gradus.grader.sandbox.Program;
import gradus.grader.sandbox.Sandbox;
import gradus.grader.source.Printable;
import gradus.kit.Require;
import gradus.worker.Channel;
import gradus.worker.Pipe;
import gradus.worker.Whereabouts;
import gradus.worker.Whereabouts.Question;
import gradus.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One worker JVM. It holds the kit, the data sets' readers and the classes it is sent, and nothing else of the lab. */
final class WorkerProcess implements Channel, AutoCloseable {
    private static final int MAX_PRINTED = 64 << 10;

    /** How long a worker whose time is up has to tell where the learner's code is. */
    private static final Duration ANSWER = Duration.ofMillis(600);

    /** Exit codes of processes that a signal ended begin here. */
    private static final int SIGNALLED = 128;

    private static final int SIGABRT = 6;
    private static final int SIGKILL = 9;
    private static final int SIGSEGV = 11;
    private static final int SIGXCPU = 24;

    /** What a JVM says on its way out when the system gives it no memory. */
    private static final String NO_NATIVE_MEMORY = "insufficient memory for the Java Runtime Environment";

    private static final Set<String> ENVIRONMENT = Set.of(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "XDG_CACHE_HOME",
            "GRADUS_DATA",
            "DJL_CACHE_DIR",
            "SystemRoot",
            "TEMP",
            "TMP",
            "USERPROFILE");

    /** What every worker holds. */
    static final List<Path> CLASS_PATH = Stream.of(
                    Worker.class, Require.class, Datasets.class, CsvReader.class, Nullable.class)
            .map(Origin::of)
            .distinct()
            .toList();

    /**
     * A sandboxed worker lives for one submission, while others keep all processors busy. So what is called a few
     * hundred times is not worth compiling; what is called often is compiled a few milliseconds later.
     */
    private static final String COMPILE_LATE = "-XX:CompileThresholdScaling=4";

    /** How long bubblewrap may take to tell that its process ended. */
    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private final Process process;
    private final Equipment equipment;
    private final Inbox inbox;
    private final Pipe pipe;
    private final Printed printed;
    private boolean ready;
    private Duration cpuBefore = Duration.ZERO;
    private volatile @Nullable WorkerLost lost;
    private volatile @Nullable ProcessHandle jvm;
    private volatile @Nullable String late;
    private List<List<StackTraceElement>> exit = List.of();

    private WorkerProcess(Process process, Equipment equipment) {
        this.process = process;
        this.equipment = equipment;
        this.inbox = new Inbox(process);
        this.pipe = new Pipe(inbox::next, process.getOutputStream(), this::told);
        this.printed = new Printed(
                process.getErrorStream(), (long) equipment.limits().outputMegabytes() << 20, this::printedTooMuch);
    }

    /** Starts a worker; it is ready a little later. */
    static WorkerProcess start(Equipment equipment) {
        try {
            WorkerProcess worker = new WorkerProcess(process(equipment), equipment);
            Running.add(worker.process);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException("a worker process could not be started: " + e.getMessage(), e);
        }
    }

    private static Process process(Equipment equipment) throws IOException {
        return equipment.isConfined()
                ? Sandbox.ofThisMachine().start(sandboxed(equipment))
                : builder(equipment, Worker.class).start();
    }

    private static Program sandboxed(Equipment equipment) {
        List<Path> readable = new ArrayList<>(equipment.classPath());
        PreparedClasses.file().ifPresent(readable::add);
        Map<String, String> environment = new HashMap<>(equipment.environment());
        Path data = DataFolder.of(System.getProperties(), System.getenv()).path();
        if (Files.isDirectory(data)) {
            readable.add(data);
        }
        DjlCache.filled(equipment).ifPresent(cache -> {
            readable.add(cache);
            environment.put("DJL_CACHE_DIR", cache.toString());
        });
        Path home = Path.of("/tmp");
        List<String> options = List.of(COMPILE_LATE, "-Dgradus.data=" + data, "-Duser.home=" + home);
        List<String> command = command(equipment, options, Worker.class);
        command.add(Worker.AT_ONCE);
        return new Program(
                command,
                environment,
                readable,
                Nd4jCache.filled(equipment, home),
                equipment.loopback(),
                equipment.limits());
    }

    /** A JVM as workers have it outside of a sandbox. */
    static ProcessBuilder builder(Equipment equipment, Class<?> main) {
        String data = System.getProperty("gradus.data");
        List<String> properties = data == null ? List.of() : List.of("-Dgradus.data=" + data);
        ProcessBuilder builder = new ProcessBuilder(command(equipment, properties, main));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().putAll(equipment.environment());
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        return builder;
    }

    /** The JVM's own warnings go where the learner's code prints; its other output is the wire. */
    private static List<String> command(Equipment equipment, List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xmx" + equipment.limits().heapMegabytes() + "m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(PreparedClasses.flags());
        command.addAll(options);
        command.addAll(equipment.flags());
        command.addAll(List.of(
                "-cp",
                equipment.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main.getName()));
        return command;
    }

    /** Sends the classes that the worker shall hold. What it used and printed with others before is not counted. */
    void define(Map<String, byte[]> classes) {
        try {
            if (ready) {
                cpuBefore = cpuBefore.plus(usage().cpu());
                printed.clear();
            } else if (!Worker.isReady(pipe.next())) {
                throw new IOException("the worker did not start");
            }
            ready = true;
            pipe.send(Worker.classesFrame(classes));
        } catch (IOException e) {
            throw ready || isLost() ? lost(e) : notStarted(e);
        }
    }

    /** None of the learner's classes was there yet. */
    private RuntimeException notStarted(IOException e) {
        close();
        return new UncheckedIOException(
                "a worker process did not start: " + printed().strip(), e);
    }

    @Override
    public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) {
        WorkerLost gone = lost;
        if (gone != null) {
            throw gone;
        }
        try {
            return pipe.exchange(request, server);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isLost() {
        return lost != null;
    }

    private void told(Whereabouts whereabouts) {
        String message = late;
        if (whereabouts.question() == Question.EXIT) {
            exit = whereabouts.stacks();
        } else if (whereabouts.question() == Question.NOW && message != null) {
            end(Incident.TIMED_OUT, message, whereabouts.stacks());
        }
    }

    /** Ends the worker as soon as it told where the learner's code is, and soon in any case. */
    void timeOut(String message, ScheduledExecutorService clock) {
        late = message;
        Thread asking = new Thread(() -> ask(Question.NOW), "asking");
        asking.setDaemon(true);
        asking.start();
        clock.schedule(() -> end(Incident.TIMED_OUT, message), ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(Question question) {
        try {
            pipe.send(Whereabouts.ask(question));
        } catch (IOException e) {
            // The worker ended meanwhile; whoever uses it is told.
        }
    }

    /** Ends a worker whose time is up; otherwise asks it where threads are that the learner's code left running. */
    List<List<StackTraceElement>> left() {
        String message = late;
        if (message != null) {
            end(Incident.TIMED_OUT, message);
        }
        if (lost != null) {
            return List.of();
        }
        ask(Question.LEFT);
        try {
            Whereabouts answer = pipe.nextTold();
            while (answer.question() != Question.LEFT) {
                told(answer);
                answer = pipe.nextTold();
            }
            return answer.stacks();
        } catch (IOException e) {
            lost(e);
            return List.of();
        }
    }

    /** Ends the worker and everything it started. What uses it from now on is told why. */
    WorkerLost end(Incident incident, String message) {
        return end(incident, message, List.of());
    }

    /** As {@link #end(Incident, String)}, with where the learner's code was. */
    synchronized WorkerLost end(Incident incident, String message, List<List<StackTraceElement>> stacks) {
        WorkerLost known = lost;
        if (known == null) {
            known = new WorkerLost(incident, message, stacks);
            lost = known;
        }
        destroy();
        return known;
    }

    private WorkerLost lost(IOException e) {
        WorkerLost known = lost;
        return known != null ? known : afterItsEnd(e);
    }

    private WorkerLost afterItsEnd(IOException e) {
        try {
            if (process.waitFor(500, TimeUnit.MILLISECONDS)) {
                int code = process.exitValue();
                printed.finish();
                return switch (code) {
                    case SIGNALLED + SIGXCPU -> end(Incident.TIMED_OUT, LimitWords.cpu(equipment.limits()));
                    case SIGNALLED + SIGKILL ->
                        end(
                                Incident.OUT_OF_MEMORY,
                                "The system ended the process with your code, as it does when memory runs out. Look for arrays"
                                        + " that are far larger than the data, or that are kept when they are done with.");
                    case SIGNALLED + SIGABRT, SIGNALLED + SIGSEGV ->
                        end(
                                Incident.CRASHED,
                                "Native code of a library crashed under your code (signal " + (code - SIGNALLED)
                                        + "). Look for an array that is used after it was closed, or for a wrong shape.");
                    case Worker.OUT_OF_MEMORY -> end(Incident.OUT_OF_MEMORY, LimitWords.heap());
                    default ->
                        printed().contains(NO_NATIVE_MEMORY)
                                ? end(Incident.OUT_OF_MEMORY, LimitWords.nativeMemory(equipment.limits()))
                                : end(
                                        Incident.CRASHED,
                                        "Your code ended its own process (exit code " + code
                                                + "). A room's method returns a value; it never calls System.exit.",
                                        exit);
                };
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return end(Incident.CRASHED, "The process with your code broke off: " + e.getMessage() + ".");
    }

    /** Ends the process by its handle: that leaves its streams open, so that what it printed last can still be read. */
    private void destroy() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly();
        }
        inbox.close();
    }

    /** Bubblewrap, if it is there to see it, passes on how long its process worked. */
    private void endJvm() {
        if (!equipment.isConfined() || lost != null) {
            return;
        }
        try {
            jvm().ifPresent(ProcessHandle::destroyForcibly);
            process.waitFor(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printedTooMuch() {
        end(Incident.CRASHED, LimitWords.output(equipment.limits()));
    }

    /** Whether the worker can be sent other classes: it runs, and its time was not up. */
    boolean isFit() {
        return isAlive() && !isLost() && late == null;
    }

    /** What the JVM uses. */
    Usage usage() {
        return jvm().map(found -> Usage.of(found).since(cpuBefore)).orElse(Usage.NONE);
    }

    /** The process of the JVM, once there is one. */
    Optional<ProcessHandle> jvm() {
        ProcessHandle known = jvm;
        if (known == null) {
            known = found().orElse(null);
            jvm = known;
        }
        return Optional.ofNullable(known);
    }

    /** Bubblewrap stands around the JVM twice: outside of its namespaces, and as their first process. */
    private Optional<ProcessHandle> found() {
        return equipment.isConfined()
                ? childOf(process.pid()).flatMap(WorkerProcess::childOf).flatMap(ProcessHandle::of)
                : Optional.of(process.toHandle());
    }

    /** The first child of a process, as Linux tells it. Java would look through all processes of the machine. */
    private static Optional<Long> childOf(long parent) {
        String number = Long.toString(parent);
        try {
            return Stream.of(Files.readString(Path.of("/proc", number, "task", number, "children"))
                            .split(" "))
                    .filter(child -> !child.isBlank())
                    .map(Long::parseLong)
                    .findFirst();
        } catch (IOException e) {
            return ProcessHandle.of(parent)
                    .flatMap(known -> known.children().findFirst())
                    .map(ProcessHandle::pid);
        }
    }

    /** What the learner's code printed so far. */
    String printed() {
        return printed.text();
    }

    @Override
    public void close() {
        endJvm();
        destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Running.remove(process);
        printed.finish();
        process.destroyForcibly();
    }

    /** Drains a stream and keeps its beginning. */
    private static final class Printed {
        private final byte[] kept = new byte[MAX_PRINTED];
        private final Thread thread;
        private final long most;
        private final Runnable tooMuch;
        private int length;
        private long total;

        Printed(InputStream in, long most, Runnable tooMuch) {
            this.most = most;
            this.tooMuch = tooMuch;
            thread = new Thread(() -> drain(in), "printed");
            thread.setDaemon(true);
            thread.start();
        }

        private void drain(InputStream in) {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    keep(buffer, n);
                    if (total > most) {
                        tooMuch.run();
                    }
                }
            } catch (IOException e) {
                // The process is gone, and with it what it would have printed.
            }
        }

        private synchronized void keep(byte[] buffer, int n) {
            int room = Math.min(n, kept.length - length);
            System.arraycopy(buffer, 0, kept, length, room);
            length += room;
            total += n;
        }

        synchronized void clear() {
            length = 0;
            total = 0;
        }

        void finish() {
            try {
                thread.join(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        synchronized String text() {
            String text = Printable.words(new String(kept, 0, length, StandardCharsets.UTF_8));
            return total > length ? text + "\n… (" + total + " bytes in all)" : text;
        }
    }

    /** Workers that are to go down with this JVM. */
    private static final class Running {
        private static final Set<Process> PROCESSES = java.util.concurrent.ConcurrentHashMap.newKeySet();

        static {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> PROCESSES.forEach(process -> {
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                    })));
        }

        static void add(Process process) {
            PROCESSES.add(process);
        }

        static void remove(Process process) {
            PROCESSES.remove(process);
        }
    }
}
