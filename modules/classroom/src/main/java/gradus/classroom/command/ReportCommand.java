package gradus.classroom.command;

import com.google.gson.JsonParser;
import gradus.classroom.Assignment;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.ClassSummary.MistakeCount;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.Points;
import gradus.classroom.results.Titles;
import gradus.classroom.results.report.Figures;
import gradus.classroom.results.report.Pictures;
import gradus.classroom.results.report.ReportFolder;
import gradus.classroom.results.report.ResultsJson;
import gradus.cli.Console;
import gradus.cli.ExitCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes reports. */
@Command(
        name = "report",
        description = {
            "Writes a page about the class, with what it misunderstood, and a page for each person; both as JSON too, and"
                    + " where each score comes from.",
            "Exit code 1: something is not graded yet, and has no score."
        })
final class ReportCommand extends ClassAction {
    private static final int MISTAKES = 5;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The assignment. Default: the only one.")
    private @Nullable String id;

    @Option(names = "--no-figures", description = "Does not run submissions again to draw their figures.")
    private boolean noFigures;

    ReportCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        Assignment assignment = session().assignment(id);
        ReportFolder folder = new ReportFolder(session().course().reports(assignment.id()));
        Gradebook gradebook = session().look(assignment, (run, grades) -> {
            Gradebook found = run.gradebook();
            write(run, found, folder);
            return found;
        });
        ClassSummary summary = ClassSummary.of(gradebook);
        answer(JsonParser.parseString(ResultsJson.of(gradebook)), () -> say(summary, folder));
        return summary.waiting().isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private void write(ClassRun run, Gradebook gradebook, ReportFolder folder) throws IOException {
        Titles titles = new Titles(session().roadmap());
        if (noFigures) {
            folder.write(gradebook, titles, Pictures.NONE);
            return;
        }
        try (Figures figures = session().figures();
                Console.Progress progress = console().progress()) {
            Pictures drawn = new DrawnWork(run, figures);
            int[] done = {0};
            folder.write(gradebook, titles, result -> {
                progress.show(done[0]++, gradebook.people().size(), "Drawing what submissions do");
                return drawn.of(result);
            });
        }
    }

    private void say(ClassSummary summary, ReportFolder folder) {
        console().say("The report is written: " + folder.index());
        console()
                .tell(summary.graded().size() + " of " + summary.size() + " graded, "
                        + summary.missing().size()
                        + " not handed in, " + summary.late().size() + " late."
                        + (summary.median().isEmpty()
                                ? ""
                                : " Half of them have "
                                        + Points.text(summary.median().getAsDouble()) + " of "
                                        + summary.assignment().points() + " points or more."));
        for (MistakeCount mistake : summary.mistakes()
                .subList(0, Math.min(MISTAKES, summary.mistakes().size()))) {
            console()
                    .say(String.format(
                            "  %4d  %s: %s",
                            mistake.people().size(), mistake.room(), String.join(" or ", mistake.mistakes())));
        }
        console()
                .tell("Next: '"
                        + console().call("class export " + summary.assignment().id())
                        + " canvas', or moodle, nbgrader, and others.");
    }
}
