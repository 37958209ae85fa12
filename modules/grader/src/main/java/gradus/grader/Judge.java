package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.room.Surface;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Incident;
import gradus.grader.worker.WorkerLost;
import gradus.grader.worker.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grades submissions. Checks, expected values, the reference and the score stay in this JVM; the learner's classes run
 * in a worker.
 */
public final class Judge {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final Checkout checkout;

    public Judge(Checkout checkout) {
        this.checkout = checkout;
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
        BiFunction<List<CheckResult>, String, Run> run = (results, printed) -> new Run(
                room.id(),
                submission.file(),
                settings.seed(),
                (System.nanoTime() - start) / 1e9,
                results,
                pointsOfFullRun,
                List.of(),
                printed);
        Equipment equipment = new Equipment(room.limits(), room.jvm(), classes.libraries(), checkout.device());
        try (Workers workers = new Workers(equipment)) {
            Map<String, byte[]> prerequisites = submission.prerequisites(classes, equipment.classPath());
            Compilation compilation = Compiler.compile(submission.sources(), equipment.classPath(), prerequisites);
            if (compilation instanceof Compilation.Broken broken) {
                return new Outcome.DoesNotCompile(
                        run.apply(all(checks, Status.DOES_NOT_COMPILE, "Your file does not compile."), ""),
                        broken.problems());
            }
            Map<String, byte[]> learner = ((Compilation.Compiled) compilation).files();
            if (classes.starter().keySet().stream().noneMatch(learner::containsKey)) {
                List<String> words = wrongPlace(room, submission)
                        .map(List::of)
                        .orElseGet(() -> Surface.differences(classes.starter(), learner));
                return new Outcome.SurfaceDiffers(
                        run.apply(all(checks, Status.SURFACE_DIFFERS, words.get(0)), ""), words);
            }
            workers.define(RoomClasses.together(prerequisites, learner));
            Recording recording = record(room, classes, checks, equipment, workers, settings);
            Diagnosis diagnosis = new Diagnosis(room, classes, equipment, (few, wrong) -> {
                if (room.jvm().isEmpty()) {
                    return Trial.recorded(classes, few, wrong, settings.seed());
                }
                try (Workers others = new Workers(equipment)) {
                    others.define(classes.with(wrong));
                    return record(room, classes, few, equipment, others, Settings.quick(settings.seed()));
                }
            });
            return run.apply(recording.results(), workers.printed())
                    .looksLike(diagnosis.of(checks, recording))
                    .outcome();
        }
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

    private static Recording record(
            Room room,
            RoomClasses classes,
            List<CheckInfo> checks,
            Equipment equipment,
            Workers workers,
            Settings settings) {
        Watch watch = new Watch(workers::end);
        Waiting waiting = new Waiting(room);
        CheckLoader loader = new CheckLoader(classes.surface(), classes.judge(), Judge.class.getClassLoader());
        JudgePeer peer = new JudgePeer(
                loader,
                (request, server) -> {
                    if (waiting.isHopeless()) {
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
            return new CheckRun(loader, checks, settings, new CheckRun.Around() {
                        @Override
                        public void before(CheckInfo check) throws Throwable {
                            watch.begin();
                            waiting.begin(check);
                            if (!waiting.isHopeless()) {
                                workers.begin(
                                        check.full()
                                                ? room.limits().full()
                                                : room.limits().check());
                                peer.forget();
                            }
                        }

                        @Override
                        public void after(CheckResult result) {
                            workers.finish();
                            waiting.end(result);
                        }
                    })
                    .record(watch)
                    .judged(waiting);
        }
    }
}
