package gradus.classroom.similar;

import gradus.catalogue.Limits;
import gradus.catalogue.Room;
import gradus.classroom.Folders;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.intake.Resemblance;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Program;
import gradus.grader.sandbox.Sandbox;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the work of people with each other's and with the reference, in a process with JPlag that is in the sandbox
 * where there is one: it parses what learners wrote, and runs nothing of it.
 */
public final class Comparing {
    private static final String PROGRAM = "CompareWithJplag.java";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int HEAP = 1024;
    private static final int MAX_COMPLAINT = 4000;

    private static final Limits LIMITS = new Limits(
            Limits.DEFAULT.check(),
            Limits.DEFAULT.full(),
            LIMIT,
            LIMIT.multipliedBy(8),
            HEAP,
            Limits.DEFAULT.outputMegabytes(),
            Limits.DEFAULT.nativeMegabytes(),
            Limits.DEFAULT.filesMegabytes(),
            Limits.DEFAULT.openFiles(),
            Limits.DEFAULT.threads());

    private final Jplag jplag;
    private final Path scratch;
    private final double threshold;

    /**
     * Prepares it.
     *
     * @param scratch a folder for what is compared, which is deleted before and afterwards
     * @param threshold the least similarity of a pair that is told of, in percent
     */
    public Comparing(Jplag jplag, Path scratch, double threshold) {
        this.jplag = jplag;
        this.scratch = scratch.toAbsolutePath();
        this.threshold = threshold;
    }

    /** Whether the process runs in the sandbox on this machine. */
    public static boolean isSandboxed() {
        return Sandbox.ofThisMachine() instanceof Sandbox.Present;
    }

    /**
     * Compares all work for one room.
     *
     * @param works what everybody handed in for it
     * @throws Trouble if the program did not come to an end
     */
    public RoomFindings of(Room room, List<Candidate> works) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        List<Person> equal = new ArrayList<>();
        for (Candidate work : works) {
            if (Resemblance.isReference(room, work.sources())) {
                equal.add(work.person());
            } else {
                candidates.add(work);
            }
        }
        List<Source> reference = RoomClasses.read(room, room.sources());
        List<List<Source>> all = Stream.concat(candidates.stream().map(Candidate::sources), Stream.of(reference))
                .toList();
        try {
            Folders.delete(scratch);
            write("base", reference.stream().map(Starter::of).toList());
            for (int i = 0; i < all.size(); i++) {
                write(Integer.toString(i), all.get(i));
            }
            copyProgram();
            return RoomFindings.of(room.id(), candidates, equal, ask(room, all), threshold);
        } finally {
            Folders.delete(scratch);
        }
    }

    private void write(String name, List<Source> sources) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("works").resolve(name));
        for (int i = 0; i < sources.size(); i++) {
            Files.writeString(folder.resolve(i + ".java"), sources.get(i).text());
        }
    }

    private void copyProgram() throws IOException {
        try (InputStream in = Objects.requireNonNull(Comparing.class.getResourceAsStream(PROGRAM), PROGRAM)) {
            Files.copy(in, scratch.resolve(PROGRAM));
        }
    }

    private Answer ask(Room room, List<List<Source>> all) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xmx" + HEAP + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                jplag.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                scratch.resolve(PROGRAM).toString(),
                scratch.resolve("works").toString(),
                Integer.toString(all.size()),
                Double.toString(threshold));
        Process process = start(command);
        process.getOutputStream().close();
        CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> complaint(process));
        CompletableFuture<Process> end = process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
        end.whenComplete((ended, tooLate) -> process.destroyForcibly());
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            return AnswerReader.read(in, all.stream().map(Comparing::lines).toList());
        } catch (AnswerReader.Unreadable e) {
            process.destroyForcibly();
            throw new Trouble(
                    "The work for " + room.id() + " could not be compared: JPlag "
                            + (end.isCompletedExceptionally()
                                    ? "did not end within " + LIMIT.toMinutes() + " minutes."
                                    : "ended early, or what it said cannot be read (" + e.getMessage() + "). "
                                            + complaint.join()),
                    e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws IOException {
        Sandbox sandbox = Sandbox.ofThisMachine();
        if (sandbox instanceof Sandbox.Absent) {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            return builder.start();
        }
        List<Path> readable = new ArrayList<>(jplag.jars());
        readable.add(scratch);
        return sandbox.start(new Program(command, Map.of(), readable, Map.of(), false, LIMITS));
    }

    /** The beginning of what the process complains of, on one line. */
    private static String complaint(Process process) {
        try (InputStream in = process.getErrorStream()) {
            return new String(in.readNBytes(MAX_COMPLAINT), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("SLF4J"))
                    .limit(1)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> lines(List<Source> sources) {
        return sources.stream()
                .map(source -> (int) source.text().lines().count())
                .toList();
    }
}
