package gradus.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts processes in bubblewrap. */
final class Launch {
    /** Offers itself to the kernel first when memory runs out, joins its group, and hands the filter over. */
    private static final String SCRIPT = "filter=$1; group=$2; shift 2; echo 1000 >/proc/self/oom_score_adj;"
            + " echo $$ >\"$group\" || exit 1; exec \"$@\" " + Bubblewrap.FILTER + "<\"$filter\"";

    private static final Path NO_GROUP = Path.of("/dev/null");

    /**
     * What bubblewrap runs is to die with its parent, and to the kernel that is a thread. So this one never ends.
     *
     * <p>Source: prctl(2), PR_SET_PDEATHSIG.
     */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parent of sandboxes");
        thread.setDaemon(true);
        return thread;
    });

    private final Bubblewrap bubblewrap;
    private final Processor processor;
    private final Optional<Path> cgroups;
    private final FilterFile strict = new FilterFile();
    private final FilterFile withLoopback = new FilterFile();

    Launch(Bubblewrap bubblewrap, Processor processor, Optional<Path> cgroups) {
        this.bubblewrap = bubblewrap;
        this.processor = processor;
        this.cgroups = cgroups;
    }

    Process start(Program program) throws IOException {
        Cgroup group = cgroups.isPresent() ? Cgroup.make(cgroups.get(), program.limits()) : null;
        Path filter = (program.loopback() ? withLoopback : strict).holding(Filter.of(processor, program.loopback()));
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", filter.toString()));
        words.add((group == null ? NO_GROUP : group.members()).toString());
        words.addAll(bubblewrap.command(program));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        Process process = start(builder);
        if (group != null) {
            process.onExit().thenRun(group::remove);
        }
        return process;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        Future<Process> started = PARENT.submit(builder::start);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return started.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A filter in a folder that only this user can enter, written again if somebody cleaned up. */
    private static final class FilterFile {
        private Path file = Path.of("none");

        synchronized Path holding(byte[] filter) throws IOException {
            if (!Files.exists(file)) {
                Path folder = Files.createTempDirectory("gradus");
                folder.toFile().deleteOnExit();
                file = Files.write(folder.resolve("filter"), filter);
                file.toFile().deleteOnExit();
            }
            return file;
        }
    }
}
