package gradus.grader;

import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.standin.Loop;
import gradus.grader.worker.WorkerLost;
import gradus.worker.LearnerLoader;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Runs checks against classes of this JVM, for those who write rooms: it has no limits. */
public final class Trial {
    private Trial() {}

    /** Runs checks as ordinary JUnit tests, beside the classes and with no wire between. */
    public static List<CheckResult> plainly(
            RoomClasses room, List<CheckInfo> checks, Map<String, byte[]> classes, long seed) {
        return plainly(room, checks, classes).apply(seed);
    }

    /** Loads classes once, to run checks on them plainly with one seed after the other. */
    public static LongFunction<List<CheckResult>> plainly(
            RoomClasses room, List<CheckInfo> checks, Map<String, byte[]> classes) {
        Map<String, byte[]> together = RoomClasses.together(room.judge(), room.with(classes));
        LearnerLoader loader = new LearnerLoader(together, room.libraryLoader());
        return seed -> new CheckRun(
                        new FoundChecks(loader, checks, seed), Headway.UNHEARD, places(checks), CheckRun.Around.NOTHING)
                .record(watch())
                .results();
    }

    /** Runs checks against stand-ins of classes in this JVM. */
    public static List<CheckResult> inPlace(
            RoomClasses room, List<CheckInfo> checks, Map<String, byte[]> classes, long seed) {
        return recorded(room, checks, classes, seed).results();
    }

    /** As {@link #inPlace}, with what the classes gave back. */
    static Recording recorded(RoomClasses room, List<CheckInfo> checks, Map<String, byte[]> classes, long seed) {
        CheckLoader loader = new CheckLoader(room.surface(), room.judge(), Trial.class.getClassLoader());
        Watch watch = watch();
        JudgePeer peer = Loop.to(room.with(classes), room.libraryLoader(), loader, watch);
        loader.connect(peer, Loop.to(room.fullReference(), room.libraryLoader(), loader));
        FoundChecks found = new FoundChecks(loader, checks, seed);
        return new CheckRun(found, Headway.UNHEARD, places(checks), new CheckRun.Around() {
                    @Override
                    public void before(CheckInfo check) throws Throwable {
                        watch.begin();
                        peer.forget();
                    }

                    @Override
                    public void ended() {}

                    @Override
                    public void after(CheckResult result) {
                        watch.end();
                    }
                })
                .record(watch);
    }

    private static Places places(List<CheckInfo> checks) {
        return new Places(
                checks.stream().map(CheckInfo::packageName).findFirst().orElse(""), List.of());
    }

    private static Watch watch() {
        return new Watch(WorkerLost::new);
    }
}
