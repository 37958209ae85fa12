package gradus.grader.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What this machine has to keep a learner's code from it. */
public sealed interface Sandbox {
    /** What was found when it was first asked for; it is not looked for again. */
    static Sandbox ofThisMachine() {
        return Probe.Once.FOUND;
    }

    /**
     * Starts a program in the sandbox. It ends with this JVM.
     *
     * @throws NoSandbox if there is none
     */
    Process start(Program program) throws IOException;

    /** There is none. */
    record Absent(String reason, String wayOut) implements Sandbox {
        /** @param wayOut what to do about it, in sentences */
        public Absent {}

        @Override
        public Process start(Program program) {
            throw new NoSandbox(this);
        }
    }

    /**
     * Bubblewrap works.
     *
     * @param bubblewrap the program
     * @param cgroups where groups of processes may be made
     */
    record Present(Path bubblewrap, Optional<Path> cgroups, Launch launch) implements Sandbox {
        @Override
        public Process start(Program program) throws IOException {
            return launch.start(program);
        }
    }
}
