package gradus.jupyter.kernel;

import gradus.grader.room.Checkout;
import gradus.jupyter.Desk;
import gradus.jupyter.Lab;
import gradus.jupyter.LabError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Starts the kernel, with the connection file that Jupyter wrote. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try {
            if (arguments.length == 0) {
                throw new LabError("Jupyter starts this kernel, with the name of a connection file.");
            }
            LocalConnection connection = connection(Path.of(arguments[arguments.length - 1]));
            String named = System.getProperty("gradus.home");
            Path home = named != null ? Path.of(named) : Checkout.homeOf(Path.of(""));
            NotebookKernel kernel = new NotebookKernel(home);
            Desk desk = Desk.of(home, System.getenv(), kernel);
            Lab.open(desk);
            kernel.serve(desk);
            kernel.becomeHandlerForConnection(connection);
            connection.connect();
            kernel.onStartup();
            endWithJupyter();
            connection.waitUntilClose();
            System.exit(0);
        } catch (LabError e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static LocalConnection connection(Path file) {
        try {
            return LocalConnection.of(KernelConnectionProperties.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new LabError("The connection file " + file + " can't be read.");
        }
    }

    /** A kernel that nobody can reach any more should not stay. */
    private static void endWithJupyter() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .filter(id -> id.matches("[1-9]\\d*"))
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)))
                .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> System.exit(0)));
    }
}
