package gradus.grader.worker;

import gradus.catalogue.Limits;
import gradus.worker.Pipe;
import gradus.worker.Whereabouts;
import gradus.worker.Whereabouts.Question;
import gradus.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes of workers as a JVM loads them fast (a class-data archive). The launcher has it made once for each build and
 * Java, and names it by a property. Where it does not fit, the JVM does without.
 */
public final class PreparedClasses {
    /** The system property that names the file. */
    public static final String PROPERTY = "gradus.worker.classes";

    private PreparedClasses() {}

    /** The file, if there is one. */
    static Optional<Path> file() {
        String named = System.getProperty(PROPERTY, "");
        return Optional.of(Path.of(named)).filter(file -> !named.isEmpty() && Files.isRegularFile(file));
    }

    /** The flag for a JVM that is to use it. */
    static List<String> flags() {
        return file().map(file -> List.of("-XX:SharedArchiveFile=" + file)).orElse(List.of());
    }

    /**
     * Makes the file by a worker that rehearses, is sent no classes, tells that no thread was left running, and ends.
     *
     * @throws IOException if no worker could be started
     */
    public static void make(Path file) throws IOException, InterruptedException {
        Equipment plain = Equipment.plain(Limits.DEFAULT);
        List<String> command =
                new ArrayList<>(WorkerProcess.builder(plain, Worker.class).command());
        // A JVM that uses such a file, be it of an older build, does not make another one.
        command.removeAll(flags());
        command.add(1, "-XX:ArchiveClassesAtExit=" + file);
        command.add(Worker.TO_THE_END);
        Process worker = new ProcessBuilder(command)
                .directory(new File(System.getProperty("java.io.tmpdir")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try (OutputStream out = worker.getOutputStream()) {
            Pipe pipe = new Pipe(() -> new byte[0], out, told -> {});
            pipe.send(Worker.classesFrame(Map.of()));
            pipe.send(Whereabouts.ask(Question.LEFT));
        }
        worker.waitFor();
    }
}
