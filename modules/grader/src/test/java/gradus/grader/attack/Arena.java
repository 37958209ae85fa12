package gradus.grader.attack;

import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.FixtureLab;
import gradus.grader.Ink;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.OutcomeJson;
import gradus.grader.Report;
import gradus.grader.Run;
import gradus.grader.Submission;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A judge whose room hostile submissions are handed in to, as a class run would do it: with all checks and a new seed.
 */
final class Arena {
    private static final String ROOM = "vault";

    /** What attacks put before the inputs of a check that they want to give away. */
    private static final String GIVEN_AWAY = "LEAK";

    /** The room's checks and their limits need less than half of it. */
    private static final int PATIENCE_IN_SECONDS = 40;

    private static final Set<String> HIDDEN = Set.of("mixesMore", "keeps", "keepsTeeth", "searchesMore", "settles");

    private final FixtureLab lab;
    private final Room room;
    private final Judge judge;
    private final Host host;
    private final SecureRandom seeds = new SecureRandom();

    Arena(FixtureLab lab, Host host) {
        this(lab, host, new Judge(lab.checkout()));
    }

    private Arena(FixtureLab lab, Host host, Judge judge) {
        this.lab = lab;
        this.room = lab.room(ROOM);
        this.judge = judge;
        this.host = host;
    }

    /** The same judge with more time for a check: on a busy machine honest work may need it. */
    Arena patient() {
        lab.edit(ROOM, "README.md", "limits: {seconds: 1, heap: 64}", "limits: {seconds: 20, heap: 64}");
        return new Arena(lab, host, judge);
    }

    /** Compiles the room, so that everything which the lab itself writes is there. */
    static void prepare(FixtureLab lab) {
        RoomClasses.of(lab.checkout(), lab.room(ROOM));
    }

    /** Grades the reference with one piece of text replaced. */
    Run reference(String replace, String with, Defence defence) {
        return grade(lab.reference(ROOM, replace, with), defence).run();
    }

    Outcome grade(Submission submission, Defence defence) {
        RoomClasses classes = RoomClasses.of(lab.checkout(), room);
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
        return judge.check(room, classes, checks, submission, defence.settings(seeds.nextLong()));
    }

    Result face(Attack attack, Defence defence) {
        host.watch();
        FutureTask<Outcome> grading = new FutureTask<>(() -> grade(submission(attack.sources()), defence));
        Thread thread = new Thread(grading, attack.name());
        thread.setDaemon(true);
        thread.start();
        try {
            Outcome outcome = grading.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            String shown = shown(outcome);
            Set<Harm> harm = host.harm(shown);
            if (ofHidden(outcome).contains(GIVEN_AWAY)) {
                harm.add(Harm.INPUTS);
            }
            return new Result(attack, defence, outcome.run().score(), harm, Stopped.by(outcome));
        } catch (TimeoutException e) {
            StackTraceElement[] stack = thread.getStackTrace();
            String where = stack.length == 0 ? "nowhere" : stack[Math.min(stack.length - 1, 3)].toString();
            return new Result(attack, defence, 0, EnumSet.of(Harm.JUDGE), "nothing: the judge hangs at " + where);
        } catch (ExecutionException e) {
            return new Result(attack, defence, 0, EnumSet.of(Harm.JUDGE), "nothing: the judge threw " + e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            host.cleanUp();
        }
    }

    private Submission submission(List<Source> sources) {
        return new Submission(room.folder(), sources);
    }

    /** What is told of hidden checks, and of the run as a whole. */
    private static String ofHidden(Outcome outcome) {
        return outcome.run().printed()
                + outcome.run().checks().stream()
                        .filter(check -> HIDDEN.contains(check.id()))
                        .toList();
    }

    /** Everything that anyone is shown of a run. */
    private String shown(Outcome outcome) {
        StringBuilder shown = new StringBuilder(new Report(room, Ink.PLAIN, true).of(outcome));
        shown.append('\n').append(OutcomeJson.of(outcome));
        for (CheckResult check : outcome.run().checks()) {
            shown.append('\n').append(check.message());
            check.notes().forEach(shown::append);
        }
        return shown.toString();
    }
}
