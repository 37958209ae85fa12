package gradus.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells Jupyter of a kernel that has the lab in it. The launcher has built it by now. */
@Command(
        name = "install",
        description = "Installs the kernel 'Java (Gradus)' for Jupyter, or the lab in another kernel.")
final class NotebookInstallCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--prefix",
            paramLabel = "DIR",
            description = "Where Jupyter is installed, such as a virtual environment. Default: for you alone.")
    private @Nullable Path prefix;

    @Option(names = "--kernel", paramLabel = "NAME", description = "gradus, ijava or jjava. Default: gradus.")
    private Kernel kernel = Kernel.GRADUS;

    @Option(names = "--jar", paramLabel = "PATH", description = "The jar of the kernel ijava or jjava.")
    private @Nullable Path jar;

    NotebookInstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Kernelspec spec = Kernelspec.of(kernel.id(), prefix, session.environment());
        if (spec.exists() && !spec.isOurs()) {
            throw new Usage(spec.folder() + " holds a kernel that the lab did not write. Remove it, or choose another"
                    + " --prefix.");
        }
        List<String> command = kernel == Kernel.GRADUS ? ownCommand() : guestCommand(jar());
        try {
            spec.write(kernel.displayName(), command, environment());
        } catch (IOException e) {
            throw new Usage("The kernel can't be written into " + spec.folder()
                    + ": you may not, or the disk is full. Another place: --prefix DIR.");
        }
        session.say("Installed the kernel '" + kernel.displayName() + "' in " + spec.folder() + ".");
        session.tell("Start Jupyter and open notebooks/00-welcome.ipynb with it.");
        return ExitCode.OK;
    }

    private List<String> ownCommand() {
        String launcher = File.separatorChar == '\\' ? "gradus.cmd" : "gradus";
        return List.of(session.home().resolve(launcher).toString(), "notebook", "kernel", "{connection_file}");
    }

    /** The lab's jars stand on the class path of the kernel's own process. */
    private List<String> guestCommand(Path guest) throws IOException {
        Path cli = session.home().resolve("modules/cli/target");
        String classPath = String.join(
                File.pathSeparator,
                guest.toString(),
                cli.resolve("cli.jar").toString(),
                cli.resolve("lib") + File.separator + "*",
                session.home().resolve("modules/jupyter/target/jupyter.jar").toString());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dgradus.home=" + session.home(),
                "-Dgradus.workspace=" + session.workspace().folder(),
                "-cp",
                classPath,
                Kernel.mainClass(guest),
                "{connection_file}");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("GRADUS_WORKSPACE", session.workspace().folder().toString());
        if (kernel != Kernel.GRADUS) {
            environment.put(kernel + "_STARTUP_SCRIPT", startUp());
        }
        return environment;
    }

    private String startUp() {
        String imports = "import gradus.jupyter.Lab;\nimport gradus.kit.*;\nimport gradus.datasets.*;\n"
                + "import org.knowm.xchart.*;\n";
        return kernel == Kernel.JJAVA
                ? imports
                : imports + "gradus.jupyter.guest.IJava.install(getKernelInstance());\n";
    }

    private Path jar() throws IOException {
        Path found = jar;
        if (found == null) {
            Path kernels = Kernelspec.of(kernel.id(), prefix, session.environment())
                    .folder()
                    .resolveSibling("");
            found = kernel.jarIn(kernels)
                    .orElseThrow(() -> new Usage("Where is the jar of " + kernel.word()
                            + "? Name it: --jar PATH. It can be had from " + kernel.home() + "."));
        }
        if (!Files.isRegularFile(found)) {
            throw new Usage("--jar must name the jar of " + kernel.word() + ", but there is no file " + found + ".");
        }
        return found.toAbsolutePath().normalize();
    }
}
