package gradus.classroom.command;

import com.google.gson.JsonParser;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.Work;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.ClassSummary.MistakeCount;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;
import gradus.classroom.results.Titles;
import gradus.classroom.results.report.Figures;
import gradus.classroom.results.report.Picture;
import gradus.classroom.results.report.ReportFolder;
import gradus.classroom.results.report.ResultsJson;
import gradus.cli.Console;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration PER_FIGURE = Duration.ofSeconds(20);
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
        Course course = session().course();
        Assignment assignment = session().assignment(id);
        ReportFolder folder = new ReportFolder(course.reports(assignment.id()));
        Gradebook gradebook = session().look(assignment, (run, grades, queue) -> {
            Gradebook found = run.gradebook();
            write(course, run, found, folder);
            return found;
        });
        ClassSummary summary = ClassSummary.of(gradebook);
        answer(JsonParser.parseString(ResultsJson.of(gradebook)), () -> say(summary, folder));
        return summary.waiting().isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private void write(Course course, ClassRun run, Gradebook gradebook, ReportFolder folder) throws IOException {
        Titles titles = new Titles(session().roadmap());
        if (noFigures) {
            folder.write(gradebook, titles, ReportFolder.Pictures.NONE);
            return;
        }
        try (Figures figures = new Figures(session().checkout(), course.data().resolve("figures"), PER_FIGURE);
                Console.Progress progress = console().progress()) {
            int[] done = {0};
            folder.write(gradebook, titles, result -> {
                progress.show(done[0]++, gradebook.people().size(), "Drawing what submissions do");
                return pictures(run, result, figures);
            });
        }
    }

    private static Map<String, Picture> pictures(ClassRun run, PersonResult result, Figures figures)
            throws IOException {
        Map<String, Picture> pictures = new HashMap<>();
        Optional<ClassRun.Plan> plan = run.plan(result.person());
        for (var room : result.rooms()) {
            Optional<Work> work =
                    plan.map(found -> found.works().get(room.assigned().room()));
            if (room.grade().isPresent() && work.isPresent()) {
                figures.of(room.grade().get(), work.get().sources())
                        .ifPresent(picture -> pictures.put(room.assigned().room(), picture));
            }
        }
        return pictures;
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
