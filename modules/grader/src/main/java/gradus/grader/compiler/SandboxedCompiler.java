package gradus.grader.compiler;

import gradus.catalogue.Limits;
import gradus.grader.sandbox.Program;
import gradus.grader.sandbox.Sandbox;
import gradus.grader.source.LearnerCompiler;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles in a sandboxed process that stays for a while: a compiler that is warm takes a tenth of the time. A text
 * that makes it run out of time or memory costs that process and nothing else. What it answers is class files, which
 * the verifier trusts no more than those of a learner.
 *
 * <p>It serves one thread at a time.
 */
public final class SandboxedCompiler implements LearnerCompiler, AutoCloseable {
    /** Below the time that a judge waits for any compiler. */
    private static final Duration LIMIT = Duration.ofSeconds(18);

    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    /** A process is left before it nears its limit of processor time. */
    private static final int MAX_ORDERS = 250;

    private static final int TRIES = 2;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "limit of compilers");
        thread.setDaemon(true);
        return thread;
    });

    /** A process, and what it may read. */
    private record Running(Process process, List<Path> classPath, DataInputStream in, DataOutputStream out) {}

    private @Nullable Running running;
    private int orders;

    @Override
    public synchronized Salvage compile(
            Collection<Source> sources, List<Path> classPath, Map<String, byte[]> known, Set<String> needed) {
        byte[] order = Frame.of(new Frame.Order(List.copyOf(sources), classPath, known, needed));
        for (int i = 1; ; i++) {
            Running at = running(classPath);
            ScheduledFuture<?> limit =
                    CLOCK.schedule(at.process()::destroyForcibly, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            try {
                Frame.send(at.out(), order);
                Salvage salvage = Frame.salvage(Frame.receive(at.in()));
                orders++;
                return salvage;
            } catch (IOException e) {
                close();
                // The process before may have been near its limits already.
                if (limit.isDone() || i == TRIES) {
                    return Salvage.Lost.because(
                            List.copyOf(sources),
                            "The compiler " + (limit.isDone() ? "was still busy with" : "could not bear")
                                    + " this file. Look for calls or types that are nested deeply, and give parts of"
                                    + " them names of their own.");
                }
            } finally {
                limit.cancel(false);
            }
        }
    }

    private Running running(List<Path> classPath) {
        Running now = running;
        if (now != null && now.classPath().equals(classPath) && now.process().isAlive() && orders < MAX_ORDERS) {
            return now;
        }
        close();
        try {
            Process process = Sandbox.ofThisMachine().start(program(classPath));
            process.getErrorStream().close();
            now = new Running(
                    process,
                    classPath,
                    new DataInputStream(new BufferedInputStream(process.getInputStream())),
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
            running = now;
            orders = 0;
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler's process could not be started: " + e.getMessage(), e);
        }
    }

    private static Program program(List<Path> classPath) {
        List<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::exists)
                .toList();
        List<Path> readable = new ArrayList<>(own);
        readable.addAll(classPath);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xmx" + Limits.DEFAULT.heapMegabytes() + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                own.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                CompilerServer.class.getName());
        return new Program(command, Map.of(), readable, Map.of(), false, Limits.DEFAULT);
    }

    /** An idle process ends when it hears no more; then the system knows how long it worked. */
    @Override
    public synchronized void close() {
        Running last = running;
        if (last == null) {
            return;
        }
        running = null;
        try {
            last.out().close();
            last.process().waitFor(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // It has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.process().destroyForcibly();
    }
}
