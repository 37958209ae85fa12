package gradus.web;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.grader.CheckResult;
import gradus.grader.Outcome;
import gradus.grader.Recognised;
import gradus.grader.Run;
import gradus.grader.Status;
import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** What came of a check, for a page. */
final class Verdict {
    private Verdict() {}

    static String html(Room room, Outcome outcome) {
        Run run = outcome.run();
        List<DomContent> parts = new ArrayList<>();
        parts.add(p(
                        badge(outcome.word(), outcome instanceof Outcome.Passed),
                        strong(Words.of("verdict.points", run.score(), run.maxScore())))
                .withClass("score"));
        if (outcome instanceof Outcome.Refused refused) {
            parts.add(p(refused.reason()));
        } else if (outcome instanceof Outcome.SurfaceDiffers differs) {
            differs.differences().forEach(words -> parts.add(p(words)));
        } else if (outcome instanceof Outcome.DoesNotCompile broken
                && !broken.why().isEmpty()) {
            parts.add(p(broken.why()));
        }
        for (Recognised recognised : run.mistakes()) {
            parts.add(div(p(recognised.inWords())).withClass("mistake"));
        }
        run.problems().forEach(problem -> parts.add(problem(problem)));
        if (!run.refusals().isEmpty() && !(outcome instanceof Outcome.Refused)) {
            parts.add(p(Words.of("verdict.refusals")));
        }
        for (Refusal refusal : run.refusals()) {
            parts.add(pre(refusal.inWords()));
        }
        for (Stage stage : isGraded(outcome) ? room.stages() : List.<Stage>of()) {
            List<CheckResult> checks = run.checks().stream()
                    .filter(check -> check.stage() == stage.number())
                    .toList();
            if (!checks.isEmpty()) {
                parts.add(h3(Words.of("verdict.stage", stage.number(), stage.title())));
                parts.add(ul(each(checks, Verdict::item)).withClass("checks"));
            }
        }
        if (!run.printed().isBlank()) {
            parts.add(details(
                    summary(Words.of("verdict.printed")), pre(run.printed().stripTrailing())));
        }
        if (run.pointsOfFullRun() > 0) {
            parts.add(p(Words.of("verdict.full", run.pointsOfFullRun())));
        }
        if (outcome instanceof Outcome.Passed) {
            parts.add(div(p(strong(Words.of("verdict.solved"))), ul(each(room.stages(), stage -> li(stage.title()))))
                    .withClass("solved"));
        }
        return div().with(parts).render();
    }

    private static boolean isGraded(Outcome outcome) {
        return !(outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.SurfaceDiffers
                || outcome instanceof Outcome.DoesNotCompile broken
                        && !broken.why().isEmpty());
    }

    /** A check that came to its end, before all have. */
    static String html(CheckResult check) {
        return item(check).render();
    }

    private static DomContent item(CheckResult check) {
        ContainerTag<?> item = li(
                badge(check.status().word(), check.status() == Status.PASSED),
                span(check.title()).withClass("title"),
                span(Words.of("verdict.worth", check.points())).withClass("quiet"));
        if (!check.message().isEmpty()) {
            item.with(pre(check.message()));
        }
        check.notes().forEach(note -> item.with(p(note)));
        return item;
    }

    private static DomContent problem(Problem problem) {
        return div(p(problem.heading()), pre(problem.excerpt()))
                .withClass("problem")
                .withData("file", problem.file())
                .withData("line", String.valueOf(problem.line()));
    }

    /** The word stands in it, so that colour alone says nothing. */
    private static DomContent badge(String word, boolean isGood) {
        return span(word.replace('-', ' ')).withClass("badge " + (isGood ? "good" : "word-" + word));
    }
}
