package gradus.grader;

import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import gradus.grader.worker.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An outcome in plain text of 80 columns. */
public final class Report {
    private static final int WIDTH = 80;
    private static final int MAX_PROBLEMS = 5;
    private static final int MAX_PRINTED = 40;
    private static final int MAX_PRINTED_LINE = 400;
    private static final int INDENT = 17;
    private static final Set<Status> NOT_RUN =
            Set.of(Status.NOT_ATTEMPTED, Status.WAITING, Status.DOES_NOT_COMPILE, Status.NO_DATA, Status.WHEN_GRADED);

    private final Room room;
    private final Ink ink;
    private final boolean all;

    /** @param all whether every check has a line of its own, those that passed too */
    public Report(Room room, Ink ink, boolean all) {
        this.room = room;
        this.ink = ink;
        this.all = all;
    }

    /** The whole report, lines separated by line feeds. */
    public String of(Outcome outcome) {
        Run run = outcome.run();
        List<String> lines = new ArrayList<>();
        boolean fits = room.title().length() + 2 + run.file().toString().length() <= WIDTH;
        lines.add(ink.strong(room.title()) + (fits ? ink.faint("  " + run.file()) : ""));
        if (!fits) {
            lines.add(ink.faint(run.file().toString()));
        }
        lines.add("");
        if (outcome instanceof Outcome.Refused refused) {
            lines.addAll(wrap(refused.reason(), 0));
            lines.add("");
            addRefusals(lines, run.refusals());
        } else if (outcome instanceof Outcome.SurfaceDiffers differs) {
            for (String difference : differs.differences()) {
                lines.addAll(wrap(difference, 0));
            }
            lines.add("");
        } else if (outcome instanceof Outcome.DoesNotCompile broken
                && !broken.why().isEmpty()) {
            lines.addAll(wrap(broken.why(), 0));
            addProblems(lines, run.problems());
        } else {
            addProblems(lines, run.problems());
            if (!run.refusals().isEmpty()) {
                lines.addAll(wrap("A class run would refuse this:", 0));
                addRefusals(lines, run.refusals());
            }
            addChecks(lines, run.checks());
        }
        for (Recognised recognised : run.mistakes()) {
            lines.addAll(wrap(recognised.inWords(), 0));
            lines.add("");
        }
        if (!run.printed().isBlank()) {
            lines.add(ink.strong("Your code printed:"));
            addPrinted(lines, run.printed().stripTrailing().lines().toList());
            lines.add("");
        }
        lines.addAll(verdict(outcome));
        return String.join("\n", lines);
    }

    private static void addRefusals(List<String> lines, List<Refusal> refusals) {
        for (Refusal refusal : refusals.subList(0, Math.min(MAX_PROBLEMS, refusals.size()))) {
            lines.addAll(wrap(refusal.inWords(), 0));
            lines.add("");
        }
        if (refusals.size() > MAX_PROBLEMS) {
            lines.add("… and " + (refusals.size() - MAX_PROBLEMS) + " more.");
            lines.add("");
        }
    }

    /** Shows the beginning, so that what was printed does not push the checks out of sight. */
    private static void addPrinted(List<String> lines, List<String> printed) {
        for (String line : printed.subList(0, Math.min(MAX_PRINTED, printed.size()))) {
            lines.add("  " + (line.length() <= MAX_PRINTED_LINE ? line : line.substring(0, MAX_PRINTED_LINE) + " …"));
        }
        if (printed.size() > MAX_PRINTED) {
            lines.add("  … and " + (printed.size() - MAX_PRINTED) + " more lines.");
        }
    }

    private void addProblems(List<String> lines, List<Problem> problems) {
        for (Problem problem : problems.subList(0, Math.min(MAX_PROBLEMS, problems.size()))) {
            for (String line : problem.heading().lines().toList()) {
                lines.addAll(line.startsWith(" ") ? List.of(line) : wrap(line, 0));
            }
            problem.excerpt().lines().forEach(lines::add);
            lines.add("");
        }
        if (problems.size() > MAX_PROBLEMS) {
            lines.add("… and " + (problems.size() - MAX_PROBLEMS) + " more. Mend the first ones first.");
            lines.add("");
        }
    }

    private void addChecks(List<String> lines, List<CheckResult> checks) {
        for (Stage stage : room.stages()) {
            List<CheckResult> ofStage = checks.stream()
                    .filter(check -> check.stage() == stage.number())
                    .toList();
            if (ofStage.isEmpty()) {
                continue;
            }
            lines.add(ink.strong("Stage " + stage.number() + ": " + stage.title()));
            for (int i = 0; i < ofStage.size(); ) {
                int end = all ? i + 1 : endOfGroup(ofStage, i);
                addGroup(lines, ofStage.subList(i, end));
                i = end;
            }
            lines.add("");
        }
    }

    /** Neighbours that passed, or did not run for one and the same reason, are told in one line. */
    private static int endOfGroup(List<CheckResult> checks, int start) {
        int end = start + 1;
        while (end < checks.size() && isAlike(checks.get(start), checks.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isAlike(CheckResult one, CheckResult other) {
        boolean hasNoReasonOfItsOwn =
                one.message().isEmpty() || NOT_RUN.contains(one.status()) || one.incident() != Incident.NONE;
        return one.status() == other.status()
                && hasNoReasonOfItsOwn
                && one.message().equals(other.message())
                && one.notes().isEmpty()
                && other.notes().isEmpty();
    }

    private void addGroup(List<String> lines, List<CheckResult> group) {
        int points = group.stream().mapToInt(CheckResult::points).sum();
        String worth = points == 1 ? "" : " (" + points + "\u00a0points)";
        CheckResult first = group.get(0);
        List<String> title = wrap((group.size() == 1 ? first.title() : group.size() + " checks") + worth, INDENT);
        if (first.status().word().length() < INDENT - 2) {
            lines.add("  " + coloured(first.status()) + title.get(0).strip());
            lines.addAll(title.subList(1, title.size()));
        } else {
            lines.add("  " + coloured(first.status()));
            lines.addAll(title);
        }
        if (!first.message().isEmpty()) {
            lines.addAll(wrap(shown(first), INDENT));
        }
        first.notes().forEach(note -> lines.addAll(wrap(note, INDENT)));
    }

    /** What does not compile stands in full above the checks. */
    private static String shown(CheckResult check) {
        return check.status() == Status.DOES_NOT_COMPILE
                ? check.message().lines().findFirst().orElse("")
                : check.message();
    }

    private String coloured(Status status) {
        String word = String.format("%-15s", status.word().replace('-', ' '));
        return switch (status) {
            case PASSED -> ink.good(word);
            case NOT_ATTEMPTED, WAITING, NO_DATA, WHEN_GRADED -> ink.faint(word);
            case FAILED, DOES_NOT_COMPILE, SURFACE_DIFFERS, ERROR -> ink.bad(word);
        };
    }

    private List<String> verdict(Outcome outcome) {
        Run run = outcome.run();
        String word = outcome.word().replace('-', ' ');
        String points = run.score() + " of " + run.maxScore() + " points";
        boolean isUnderWay = outcome instanceof Outcome.NotAttempted && run.score() > 0;
        String verdict = isUnderWay
                ? "So far " + points + ". The rest is not attempted yet."
                : Character.toUpperCase(word.charAt(0)) + word.substring(1) + ": " + points + ".";
        String note = leftOut(run, Status.NO_DATA, "had no data and does", "had no data and do")
                + leftOut(run, Status.WHEN_GRADED, "needs the reference and does", "need the reference and do");
        String more = run.pointsOfFullRun() == 0
                ? ""
                : " " + (run.pointsOfFullRun() == 1 ? "One point" : run.pointsOfFullRun() + " points")
                        + " more with --full.";
        List<String> lines = new ArrayList<>(wrap(verdict + note + more, 0));
        String inked = outcome instanceof Outcome.Passed ? ink.good(verdict) : ink.strong(verdict);
        lines.set(0, inked + lines.get(0).substring(verdict.length()));
        return lines;
    }

    private static String leftOut(Run run, Status status, String one, String several) {
        long count =
                run.checks().stream().filter(check -> check.status() == status).count();
        return count == 0 ? "" : " " + (count == 1 ? "One check " + one : count + " checks " + several) + " not count.";
    }

    /** Joins the lines of each paragraph of Markdown and breaks them anew; lists and code keep their lines. */
    public static List<String> wrapMarkdown(String markdown) {
        List<String> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean isCode = false;
        for (String line : markdown.strip().lines().toList()) {
            boolean isFence = line.startsWith("```");
            boolean stands = isCode || isFence || line.isBlank() || line.matches("( {4}|\\t|#|- |\\* |\\d+\\. |\\|).*");
            if (stands && !paragraph.isEmpty()) {
                lines.addAll(wrap(paragraph.toString(), 0));
                paragraph.setLength(0);
            }
            if (stands) {
                lines.add(line);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
            isCode ^= isFence;
        }
        if (!paragraph.isEmpty()) {
            lines.addAll(wrap(paragraph.toString(), 0));
        }
        return lines;
    }

    /** Breaks text into lines of at most 80 columns, each indented. */
    public static List<String> wrap(String text, int indent) {
        List<String> lines = new ArrayList<>();
        String margin = " ".repeat(indent);
        for (String paragraph : text.lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && indent + line.length() + 1 + word.length() > WIDTH) {
                    lines.add(margin + line);
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(margin + line);
        }
        lines.replaceAll(line -> line.replace('\u00a0', ' '));
        return lines;
    }
}
