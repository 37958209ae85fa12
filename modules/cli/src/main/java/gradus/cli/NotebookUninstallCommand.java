package gradus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a kernel away from Jupyter. */
@Command(name = "uninstall", description = "Takes the kernel away from Jupyter again. Notebooks and your work stay.")
final class NotebookUninstallCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Where it was installed. Default: for you alone.")
    private @Nullable Path prefix;

    @Option(names = "--kernel", paramLabel = "NAME", description = "gradus, ijava or jjava. Default: gradus.")
    private Kernel kernel = Kernel.GRADUS;

    NotebookUninstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Kernelspec spec = Kernelspec.of(kernel.id(), prefix, session.environment());
        if (!spec.exists()) {
            session.say("There is no kernel '" + kernel.displayName() + "' in " + spec.folder() + ".");
            return ExitCode.NOT_ALL;
        } else if (!spec.isOurs()) {
            throw new Usage(spec.folder() + " holds a kernel that the lab did not write.");
        }
        spec.delete();
        session.say("Removed the kernel '" + kernel.displayName() + "' from " + spec.folder() + ".");
        return ExitCode.OK;
    }
}
