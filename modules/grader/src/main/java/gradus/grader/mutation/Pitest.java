package gradus.grader.mutation;

import gradus.catalogue.Room;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.Libraries;
import gradus.grader.room.RoomClasses;
import gradus.grader.worker.Equipment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PIT in a process of its own, on a room's reference and quick checks. Checks run as ordinary JUnit tests there, with
 * no wire between them and the reference.
 */
final class Pitest {
    private static final Set<String> TOOLS =
            Set.of("org.pitest:pitest-command-line", "org.pitest:pitest-junit5-plugin");
    private static final String MAIN = "org.pitest.mutationtest.commandline.MutationCoverageReport";

    /**
     * PIT's own choice, other constants (a divisor, a first index), and calls that become their argument (a square root
     * or a logarithm left out).
     */
    private static final String MUTATORS = "DEFAULTS,INLINE_CONSTS,EXPERIMENTAL_ARGUMENT_PROPAGATION";

    /** What a mutant may take beyond 1.25 times the check alone; short ones would be killed by a busy machine. */
    private static final int TIMEOUT_MILLIS = 15_000;

    private final Checkout checkout;
    private final Room room;
    private final RoomClasses classes;
    private final List<CheckInfo> checks;

    Pitest(Checkout checkout, Room room, RoomClasses classes, List<CheckInfo> checks) {
        this.checkout = checkout;
        this.room = room;
        this.classes = classes;
        this.checks = checks;
    }

    /**
     * Runs PIT.
     *
     * @param folder an empty folder for class files and reports
     * @throws BrokenRoom if PIT does not come to an end; the message says where its own words are
     */
    PitestResult run(Path folder) throws IOException {
        Path classFiles = folder.resolve("classes");
        write(classFiles, classes.fullReference());
        write(classFiles, RoomClasses.together(classes.visible(), classes.hidden()));
        Path reports = folder.resolve("reports");
        Path log = checkout.cache().resolve("mutation").resolve(room.id() + ".log");
        Equipment equipment = Equipment.of(room, classes.libraries(), checkout.device());
        ProcessBuilder builder = new ProcessBuilder(command(classFiles, reports, equipment))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(equipment.environment());
        if (exitCode(builder.start()) != 0) {
            throw new BrokenRoom("PIT could not mutate room " + room.id() + ". What it said is in " + log + ".");
        }
        return PitestResult.read(reports);
    }

    private List<String> command(Path classFiles, Path reports, Equipment equipment) {
        List<String> jvm = new ArrayList<>(equipment.flags());
        jvm.addAll(List.of("-Djava.awt.headless=true", "-Xmx" + room.limits().heapMegabytes() + "m"));
        String data = System.getProperty("gradus.data");
        if (data != null) {
            jvm.add("-Dgradus.data=" + data);
        }
        String path = Stream.of(
                        Stream.of(classFiles.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .filter(entry -> !entry.isEmpty())
                                .map(entry -> Path.of(entry).toAbsolutePath().toString()),
                        // PIT needs newer versions of what some libraries stand on, too.
                        Stream.concat(Libraries.ofTools(checkout, TOOLS).stream(), classes.libraries().stream())
                                .map(Path::toString))
                .flatMap(entries -> entries)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                path,
                MAIN,
                "--reportDir=" + reports,
                "--sourceDirs=" + room.folder(),
                "--targetClasses=" + String.join(",", classes.reference().keySet()),
                "--targetTests="
                        + checks.stream().map(CheckInfo::className).distinct().collect(Collectors.joining(",")),
                "--includedTestMethods=" + checks.stream().map(CheckInfo::id).collect(Collectors.joining(",")),
                "--excludedGroups=full",
                "--mutators=" + MUTATORS,
                "--jvmArgs=" + String.join(",", jvm),
                "--threads=1",
                "--timeoutConst=" + TIMEOUT_MILLIS,
                "--timestampedReports=false",
                "--failWhenNoMutations=false",
                "--outputFormats=XML",
                "--exportLineCoverage=true",
                "--features=+EXPORT");
    }

    private static int exitCode(Process process) {
        Thread end = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process.getOutputStream().close();
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            forget(end);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM ends, and the hook runs.
        }
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
