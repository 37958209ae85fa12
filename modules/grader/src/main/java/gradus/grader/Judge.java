package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.room.Surface;
import gradus.grader.source.LearnerCompiler;
import gradus.grader.source.Problem;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.verify.Refusal;
import gradus.grader.verify.Verifier;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Incident;
import gradus.grader.worker.Spare;
import gradus.grader.worker.WorkerLost;
import gradus.grader.worker.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions. Checks, expected values, the reference and the score stay in this JVM; the learner's classes run
 * in a worker.
 */
public final class Judge {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)[ \\t]*;");

    /** Honest files of a room take the compiler less than a second; some texts take it for ever. */
    private static final Duration COMPILING = Duration.ofSeconds(20);

    /** What a submission may have in all its files. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private static final String NOT_RUN = "Nothing of this was run, because it uses what a room does not allow:";

    /** Makes the record of a run that ends. */
    private interface Ending {
        Run of(List<CheckResult> results, List<Problem> problems, List<Refusal> refusals, String printed);
    }

    /** Checks that wait for somebody to be checked. */
    private record Ready(CheckLoader loader, FoundChecks found) {
        static Ready of(RoomClasses classes, List<CheckInfo> checks, Settings settings) {
            CheckLoader loader = new CheckLoader(classes.surface(), classes.judge(), Judge.class.getClassLoader());
            return new Ready(loader, new FoundChecks(loader, checks, settings.seed()));
        }
    }

    private final Checkout checkout;
    private final @Nullable Spare spare;
    private final LearnerCompiler compiler;
    private volatile boolean isCancelled;
    private volatile @Nullable Workers running;

    public Judge(Checkout checkout) {
        this(checkout, null);
    }

    /** @param spare keeps a worker ready between runs; null for none */
    public Judge(Checkout checkout, @Nullable Spare spare) {
        this(checkout, spare, LearnerCompiler.HERE);
    }

    /** @param compiler compiles what is handed in */
    public Judge(Checkout checkout, @Nullable Spare spare, LearnerCompiler compiler) {
        this.checkout = checkout;
        this.spare = spare;
        this.compiler = compiler;
    }

    /**
     * Ends what is being checked now, from another thread: the check that is under way fails, and those after it are
     * not run. Nobody should show the outcome.
     */
    public void cancel() {
        isCancelled = true;
        Workers workers = running;
        if (workers != null) {
            workers.cancel();
        }
    }

    /** Runs the visible checks of a room. */
    public Outcome check(Room room, Submission submission, Settings settings) {
        RoomClasses classes = RoomClasses.of(checkout, room);
        return check(room, classes, CheckInfo.in(classes.visible()), submission, settings);
    }

    /** Runs those of given checks that the settings ask for. */
    public Outcome check(
            Room room, RoomClasses classes, List<CheckInfo> given, Submission submission, Settings settings) {
        long start = System.nanoTime();
        List<CheckInfo> checks =
                given.stream().filter(check -> settings.full() || !check.full()).toList();
        int pointsOfFullRun = points(given) - points(checks);
        Ending end = (results, problems, refusals, printed) -> new Run(
                room.id(),
                submission.file(),
                settings.seed(),
                (System.nanoTime() - start) / 1e9,
                results,
                problems,
                refusals,
                pointsOfFullRun,
                List.of(),
                printed);
        long full = checks.stream().filter(CheckInfo::full).count();
        Equipment equipment = Equipment.of(room, classes.libraries(), checkout.device())
                .with(room.limits().withFull(full))
                .confined(settings.confinement());
        try (Workers workers = new Workers(equipment, spare)) {
            running = workers;
            Map<String, byte[]> prerequisites = settings.binding()
                    ? classes.prerequisites()
                    : submission.prerequisites(classes, equipment.classPath());
            TimeLimit<Salvage> compiling = TimeLimit.begin(
                    COMPILING,
                    () -> submission.compiled().isEmpty()
                            ? compile(submission.sources(), equipment, prerequisites, classes)
                            : new Salvage.Saved(submission.compiled(), List.of(), Map.of(), Map.of()));
            // What needs nothing of the learner's is done while the compiler runs.
            Ready ready = Ready.of(classes, checks, settings);
            Verifier verifier = Verifier.of(checkout, room, classes);
            Salvage salvage = compiling.result().orElseGet(() -> endless(submission.sources()));
            if (salvage instanceof Salvage.Lost lost) {
                String words = lost.why() + "\n" + lost.problems().get(0).inWords();
                return new Outcome.DoesNotCompile(
                        end.of(all(checks, Status.DOES_NOT_COMPILE, words), lost.problems(), List.of(), ""),
                        lost.why());
            }
            Salvage.Saved saved = (Salvage.Saved) salvage;
            Map<String, byte[]> learner = saved.files();
            List<Refusal> refusals = verifier.refusals(learner, submission.sources());
            if (settings.binding() && !refusals.isEmpty()) {
                String words = "Not run. " + refusals.get(0).inWords();
                return new Outcome.Refused(
                        end.of(all(checks, Status.FAILED, words), saved.problems(), refusals, ""), NOT_RUN);
            }
            if (classes.starter().keySet().stream().noneMatch(learner::containsKey)) {
                List<String> words = wrongPlace(room, submission)
                        .map(List::of)
                        .orElseGet(() -> Surface.differences(classes.starter(), learner));
                return new Outcome.SurfaceDiffers(
                        end.of(all(checks, Status.SURFACE_DIFFERS, words.get(0)), saved.problems(), refusals, ""),
                        words);
            }
            workers.define(RoomClasses.together(prerequisites, learner));
            Watch watch = new Watch(
                    workers::end,
                    LeftOut.of(saved, classes.starter()),
                    () -> Shelf.lacksDataOf(room),
                    workers::limitMet);
            Places places = new Places(room.packageName(), submission.sources());
            Recording recording = record(room, classes, ready, equipment, workers, watch, places, settings.headway());
            Diagnosis diagnosis = new Diagnosis(room, classes, equipment, settings.seed(), (few, wrong) -> {
                if (room.jvm().isEmpty()) {
                    return Trial.recorded(classes, few, wrong, settings.seed());
                }
                try (Workers others = new Workers(equipment)) {
                    others.define(classes.with(wrong));
                    return record(
                            room,
                            classes,
                            Ready.of(classes, few, settings),
                            equipment,
                            others,
                            new Watch(others::end),
                            places,
                            Headway.UNHEARD);
                }
            });
            String printed = workers.printed();
            boolean isSecret = checks.stream().anyMatch(CheckInfo::hidden);
            return end.of(Hidden.from(recording, checks), saved.problems(), refusals, isSecret ? "" : printed)
                    .looksLike(isCancelled ? List.of() : diagnosis.of(checks, recording))
                    .outcome();
        }
    }

    /** What of the learner's files can be graded. Some texts are made to keep a compiler busy. */
    private Salvage compile(
            List<Source> sources, Equipment equipment, Map<String, byte[]> prerequisites, RoomClasses classes) {
        long size = sources.stream().mapToLong(source -> source.text().length()).sum();
        if (size > MAX_CHARACTERS) {
            return Salvage.Lost.because(
                    sources,
                    "These are " + size + " characters, but may be " + MAX_CHARACTERS
                            + " at most. A room's file has a few hundred lines.");
        }
        return compiler.compile(
                sources, equipment.classPath(), prerequisites, classes.starter().keySet());
    }

    private static Salvage endless(List<Source> sources) {
        return Salvage.Lost.because(
                sources,
                "The compiler was still busy with this file after " + COMPILING.toSeconds()
                        + " seconds. Look for calls that are nested deeply, and give parts of them names of their own.");
    }

    private static int points(List<CheckInfo> checks) {
        return checks.stream().mapToInt(CheckInfo::points).sum();
    }

    /** What stands where the room's package or class should, in words. */
    private static Optional<String> wrongPlace(Room room, Submission submission) {
        for (Source source : submission.sources()) {
            Matcher matcher = PACKAGE.matcher(source.text());
            String found = matcher.find() ? "'package " + matcher.group(1) + ";'" : "no package line";
            if (!found.equals("'package " + room.packageName() + ";'")) {
                return Optional.of(source.fileName() + " should begin with 'package " + room.packageName()
                        + ";', but has " + found + ".");
            }
        }
        return Optional.empty();
    }

    private static List<CheckResult> all(List<CheckInfo> checks, Status status, String message) {
        return checks.stream()
                .map(check -> CheckResult.of(check, status, message))
                .toList();
    }

    private Recording record(
            Room room,
            RoomClasses classes,
            Ready ready,
            Equipment equipment,
            Workers workers,
            Watch watch,
            Places places,
            Headway headway) {
        Waiting waiting = new Waiting(room);
        CheckLoader loader = ready.loader();
        JudgePeer peer = new JudgePeer(
                loader,
                (request, server) -> {
                    if (waiting.isHopeless() || isCancelled) {
                        throw watch.noticed(new WorkerLost(Incident.NONE, ""));
                    }
                    try {
                        return workers.exchange(request, server);
                    } catch (WorkerLost e) {
                        throw watch.noticed(e);
                    }
                },
                watch);
        try (ReferenceSide reference = new ReferenceSide(room, classes, equipment, loader)) {
            loader.connect(peer, reference.peer());
            return new CheckRun(ready.found(), headway, places, new CheckRun.Around() {
                        @Override
                        public void before(CheckInfo check) throws Throwable {
                            watch.begin();
                            waiting.begin(check);
                            if (!waiting.isHopeless() && !isCancelled) {
                                workers.begin(
                                        check.full()
                                                ? room.limits().full()
                                                : room.limits().check());
                                peer.forget();
                            }
                        }

                        @Override
                        public void ended() {
                            try {
                                workers.finish();
                            } catch (WorkerLost e) {
                                watch.noticed(e);
                            }
                        }

                        @Override
                        public void after(CheckResult result) {
                            watch.end();
                            waiting.end(result);
                        }
                    })
                    .record(watch)
                    .judged(waiting);
        }
    }
}
