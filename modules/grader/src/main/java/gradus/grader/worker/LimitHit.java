package gradus.grader.worker;

import gradus.catalogue.Limits;
import gradus.worker.LearnerException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Limits of the sandbox that a learner's code meets as an exception: the kernel's words tell which. */
final class LimitHit {
    private record Sign(Pattern words, Incident incident, Function<Limits, String> message) {}

    private static final List<Sign> SIGNS = List.of(
            sign("unable to create (new )?native thread", Incident.OUT_OF_MEMORY, LimitWords::threads),
            sign("OutOfMemoryError: Unable to allocate", Incident.OUT_OF_MEMORY, LimitWords::nativeMemory),
            sign("No space left on device|File too large", Incident.CRASHED, LimitWords::files),
            sign("Too many open files", Incident.CRASHED, LimitWords::openFiles),
            sign("Cannot run program", Incident.CRASHED, limits -> LimitWords.processes()));

    private LimitHit() {}

    private static Sign sign(String words, Incident incident, Function<Limits, String> message) {
        return new Sign(Pattern.compile(words), incident, message);
    }

    /** The limit that an exception of the learner's code tells of, if it tells of one. */
    static Optional<WorkerLost> of(Throwable thrown, Limits limits) {
        String type = thrown instanceof LearnerException learner
                ? learner.type()
                : thrown.getClass().getName();
        String words = type + ": " + thrown.getMessage();
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(words).find())
                .findFirst()
                .map(sign -> new WorkerLost(sign.incident(), sign.message().apply(limits)));
    }
}
