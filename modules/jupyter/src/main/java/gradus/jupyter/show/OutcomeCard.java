package gradus.jupyter.show;

import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.grader.CheckResult;
import gradus.grader.Ink;
import gradus.grader.Outcome;
import gradus.grader.Recognised;
import gradus.grader.Report;
import gradus.grader.Run;
import gradus.grader.Status;
import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import java.util.List;
import java.util.function.UnaryOperator;

/** An outcome as a card, and as the words that a terminal shows. */
final class OutcomeCard {
    private static final int MAX_PRINTED = 4000;

    private final Room room;
    private final Outcome outcome;
    private final List<String> notes;
    private final UnaryOperator<String> places;
    private final StringBuilder html = new StringBuilder();

    /**
     * @param notes what is said below the verdict
     * @param places rewrites places in files as places in cells
     */
    OutcomeCard(Room room, Outcome outcome, List<String> notes, UnaryOperator<String> places) {
        this.room = room;
        this.outcome = outcome;
        this.notes = notes;
        this.places = places;
    }

    Display display() {
        String report = places.apply(new Report(room, Ink.PLAIN, false).of(outcome));
        String plain = notes.isEmpty()
                ? report
                : report + "\n\n" + String.join("\n", notes).replace("`", "");
        return Display.html(plain, html());
    }

    private String html() {
        Run run = outcome.run();
        html.append("<section aria-label=\"Verdict on ").append(Html.text(room.title()));
        html.append("\" style=\"border:")
                .append(Html.LINE)
                .append(";border-radius:6px;padding:.8em 1em;max-width:56em\">");
        html.append("<div style=\"display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:center;margin-bottom:.4em\">");
        html.append("<strong style=\"font-size:1.1em\">")
                .append(Html.text(room.title()))
                .append("</strong>");
        badge(outcome.word(), colour(outcome));
        html.append("<span>")
                .append(run.score())
                .append(" of ")
                .append(run.maxScore())
                .append(" points</span>");
        html.append("</div>");
        bar(run);
        lead(run);
        if (!isUngraded()) {
            stages(run);
        }
        for (Recognised recognised : run.mistakes()) {
            paragraph(recognised.inWords());
        }
        printed(run);
        aside(run);
        notes.forEach(this::paragraph);
        return html.append("</section>").toString();
    }

    private boolean isUngraded() {
        return outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.SurfaceDiffers
                || outcome instanceof Outcome.DoesNotCompile broken
                        && !broken.why().isEmpty();
    }

    /** What comes before the checks: why nothing was graded, or what does not compile. */
    private void lead(Run run) {
        if (outcome instanceof Outcome.Refused refused) {
            paragraph(refused.reason());
        } else if (outcome instanceof Outcome.SurfaceDiffers differs) {
            differs.differences().forEach(this::paragraph);
        } else if (outcome instanceof Outcome.DoesNotCompile broken
                && !broken.why().isEmpty()) {
            paragraph(broken.why());
        }
        for (Problem problem : run.problems()) {
            paragraph(places.apply(problem.heading()));
            if (!problem.excerpt().isEmpty()) {
                code(problem.excerpt());
            }
        }
        if (!run.refusals().isEmpty() && !(outcome instanceof Outcome.Refused)) {
            paragraph("A class run would refuse this:");
        }
        for (Refusal refusal : run.refusals()) {
            code(places.apply(refusal.inWords()));
        }
    }

    private void stages(Run run) {
        for (Stage stage : room.stages()) {
            List<CheckResult> checks = run.checks().stream()
                    .filter(check -> check.stage() == stage.number())
                    .toList();
            if (checks.isEmpty()) {
                continue;
            }
            html.append("<div style=\"margin:.7em 0 .2em;font-weight:600\">Stage ")
                    .append(stage.number());
            html.append(": ").append(Html.text(stage.title())).append("</div>");
            html.append("<ul style=\"list-style:none;margin:0;padding:0\">");
            checks.forEach(this::check);
            html.append("</ul>");
        }
    }

    private void check(CheckResult check) {
        html.append("<li style=\"margin:.25em 0;padding:0\">");
        badge(check.status().word(), colour(check.status()));
        html.append(" ").append(Html.text(check.title()));
        html.append(" <span style=\"opacity:.75\">(").append(check.points());
        html.append(check.points() == 1 ? " point)" : " points)").append("</span>");
        if (!check.message().isEmpty()) {
            code(places.apply(check.message()));
        }
        check.notes().forEach(note -> paragraph(places.apply(note)));
        html.append("</li>");
    }

    private void printed(Run run) {
        if (run.printed().isBlank()) {
            return;
        }
        String text = run.printed().stripTrailing();
        html.append("<details><summary>Your code printed</summary>");
        code(text.length() <= MAX_PRINTED ? text : text.substring(0, MAX_PRINTED) + " …");
        html.append("</details>");
    }

    private void aside(Run run) {
        long withoutData = run.checks().stream()
                .filter(check -> check.status() == Status.NO_DATA)
                .count();
        if (withoutData > 0) {
            paragraph((withoutData == 1 ? "One check had no data and does" : withoutData + " checks had no data and do")
                    + " not count.");
        }
        if (run.pointsOfFullRun() > 0) {
            paragraph(run.pointsOfFullRun() + " more points in a full run: gradus check " + room.id() + " --full.");
        }
    }

    private void bar(Run run) {
        double share = run.maxScore() == 0 ? 0 : 100.0 * run.score() / run.maxScore();
        html.append("<div role=\"img\" aria-label=\"")
                .append(run.score())
                .append(" of ")
                .append(run.maxScore());
        html.append(" points\" style=\"height:6px;border-radius:3px;background:rgba(128,128,128,.3)\">");
        html.append("<div style=\"height:6px;border-radius:3px;background:#1a7f37;width:")
                .append(Math.round(share));
        html.append("%\"></div></div>");
    }

    /** White on a dark colour, so that it can be read whatever the page's own colours are. */
    private void badge(String word, String colour) {
        html.append("<span style=\"display:inline-block;border-radius:4px;padding:0 .5em;font-size:.9em;color:#fff;");
        html.append("background:").append(colour).append("\">").append(Html.text(word.replace('-', ' ')));
        html.append("</span>");
    }

    private void paragraph(String words) {
        html.append(Html.paragraph(words));
    }

    private void code(String text) {
        html.append(Html.code(text));
    }

    private static String colour(Outcome outcome) {
        return outcome instanceof Outcome.Passed
                ? "#1a7f37"
                : outcome instanceof Outcome.NotAttempted ? "#57606a" : "#b42318";
    }

    private static String colour(Status status) {
        return switch (status) {
            case PASSED -> "#1a7f37";
            case NOT_ATTEMPTED, WAITING, NO_DATA, WHEN_GRADED -> "#57606a";
            case FAILED, DOES_NOT_COMPILE, SURFACE_DIFFERS, ERROR -> "#b42318";
        };
    }
}
