package gradus.grader;

import gradus.checks.Live;
import gradus.checks.Mismatch;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.CheckInfo;
import gradus.grader.source.Printable;
import gradus.grader.worker.Incident;
import gradus.grader.worker.WorkerLost;
import gradus.kit.NoData;
import gradus.worker.MissingMember;
import gradus.worker.WireException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Checks run by the JUnit Platform in this JVM, each result read from its events. */
final class CheckRun {
    /** What is done around each check. */
    interface Around {
        void before(CheckInfo check) throws Throwable;

        /** The check came to its end and is about to be judged. */
        void ended();

        void after(CheckResult result);

        /** Nothing is done. */
        Around NOTHING = new Around() {
            @Override
            public void before(CheckInfo check) {}

            @Override
            public void ended() {}

            @Override
            public void after(CheckResult result) {}
        };
    }

    private final FoundChecks found;
    private final Headway headway;
    private final Places places;
    private final Around around;

    CheckRun(FoundChecks found, Headway headway, Places places, Around around) {
        this.found = found;
        this.headway = headway;
        this.places = places;
        this.around = around;
    }

    /** Runs all checks. A check of which no event came is the lab's error, never passed. */
    Recording record(Watch watch) {
        Listener listener = new Listener(watch);
        found.run(listener);
        List<CheckResult> results = found.checks().stream()
                .map(check -> listener.results.getOrDefault(
                        check.id(),
                        result(check, Status.ERROR, "The lab could not run this check." + listener.trouble)))
                .toList();
        return new Recording(results, listener.traces, listener.hints);
    }

    private static CheckResult result(CheckInfo check, Status status, String message) {
        return CheckResult.of(check, status, Printable.words(message));
    }

    private static CheckResult result(CheckInfo check, Status status, String message, Incident incident) {
        return result(check, status, message).with(incident);
    }

    private final class Listener implements TestExecutionListener {
        private final Map<String, CheckResult> results = new HashMap<>();
        private final Map<String, Trace> traces = new HashMap<>();
        private final Map<String, String> hints = new HashMap<>();
        private final Watch watch;
        private final Words words = new Words(places);
        private @Nullable Throwable failedBefore;
        private final List<String> notes = new ArrayList<>();
        private String trouble = "";
        private long start;

        Listener(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            CheckInfo check = found.check(identifier.getSource());
            if (identifier.isTest() && check != null) {
                failedBefore = null;
                notes.clear();
                try {
                    around.before(check);
                } catch (Throwable e) {
                    failedBefore = e;
                }
                start = System.nanoTime();
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
            Map<String, String> said = entry.getKeyValuePairs();
            if (said.containsKey(Live.NOTE)) {
                notes.add(said.get(Live.NOTE));
            } else if (said.containsKey(Live.DONE)) {
                headway.at(
                        Integer.parseInt(said.get(Live.DONE)),
                        Integer.parseInt(said.get(Live.TOTAL)),
                        said.getOrDefault(Live.WHAT, ""));
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            CheckInfo check = found.check(identifier.getSource());
            if (check == null) {
                result.getThrowable().ifPresent(thrown -> trouble = " " + thrown);
                return;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            around.ended();
            CheckResult judged = judge(check, result).with(List.copyOf(notes)).with(seconds);
            results.put(check.id(), judged);
            traces.put(check.id(), watch.trace());
            result.getThrowable()
                    .filter(Mismatch.class::isInstance)
                    .ifPresent(thrown -> hints.put(check.id(), ((Mismatch) thrown).hint()));
            around.after(judged);
            headway.finished(judged);
        }

        private CheckResult judge(CheckInfo check, TestExecutionResult result) {
            Throwable thrown = result.getThrowable().orElse(failedBefore);
            BrokenRoom broken = broken(thrown);
            WorkerLost lost = watch.lost();
            NoData noData = watch.noData();
            MissingMember missing = watch.missing();
            String doesNotCompile = watch.doesNotCompile();
            if (lost != null) {
                return result(check, Status.FAILED, words.of(lost), lost.incident());
            } else if (broken != null) {
                return result(check, Status.ERROR, String.valueOf(broken.getMessage()));
            } else if (failedBefore != null) {
                return result(check, Status.ERROR, String.valueOf(failedBefore));
            } else if (doesNotCompile != null) {
                return result(check, Status.DOES_NOT_COMPILE, doesNotCompile);
            } else if (watch.notAttempted() != null) {
                return result(check, Status.NOT_ATTEMPTED, places.elsewhere(watch.notAttempted()));
            } else if (missing != null) {
                return result(check, Status.SURFACE_DIFFERS, sentence(String.valueOf(missing.getMessage())));
            } else if (noData != null) {
                return result(check, Status.NO_DATA, String.valueOf(noData.getMessage()));
            } else if (watch.forged() != null && thrown != null) {
                return result(check, Status.FAILED, words.of(watch.forged(), true));
            } else if (thrown == null && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                return result(check, Status.PASSED, "");
            } else if (thrown != null && thrown.getCause() instanceof NoData absent) {
                return result(check, Status.NO_DATA, String.valueOf(absent.getMessage()));
            } else if (thrown instanceof NoReference absent) {
                return result(check, Status.WHEN_GRADED, String.valueOf(absent.getMessage()));
            } else if (thrown instanceof LinkageError || thrown instanceof WireException || thrown == null) {
                return result(check, Status.ERROR, String.valueOf(thrown));
            }
            return result(check, Status.FAILED, words.of(thrown, watch.sawLast(thrown)));
        }

        /** What is wrong with the class of a check itself, if anything is. */
        private static @Nullable BrokenRoom broken(@Nullable Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof BrokenRoom broken) {
                    return broken;
                }
            }
            return null;
        }

        private static String sentence(String words) {
            return words.isEmpty() || words.endsWith(".")
                    ? words
                    : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
        }
    }
}
