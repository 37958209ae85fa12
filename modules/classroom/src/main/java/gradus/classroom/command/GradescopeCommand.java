package gradus.classroom.command;

import gradus.classroom.Assignment;
import gradus.classroom.AssignmentFile;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.SingleRun;
import gradus.classroom.results.Titles;
import gradus.classroom.results.export.GradescopeJson;
import gradus.cli.ExitCode;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grades one submission where Gradescope asks for it. */
@Command(
        name = "gradescope",
        description = "Grades one folder of files and writes results.json, as Gradescope's autograders do. No class is"
                + " needed for it.")
final class GradescopeCommand extends ClassAction {
    @Option(names = "--assignment", paramLabel = "FILE", required = true, description = "The assignment, in YAML.")
    private Path assignmentFile = Path.of("");

    @Option(names = "--submission", paramLabel = "DIR", required = true, description = "What was handed in.")
    private Path submission = Path.of("");

    @Option(names = "--results", paramLabel = "FILE", required = true, description = "Where the results go.")
    private Path results = Path.of("");

    @Mixin
    private GradingOptions grading = new GradingOptions();

    GradescopeCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        grading.requireJobs(1);
        String name = String.valueOf(assignmentFile.getFileName()).replaceFirst("\\.yaml$", "");
        Assignment assignment =
                AssignmentFile.read(assignmentFile, name, console().checkout().roadmap());
        try (Grader grader = grading.grader(console().checkout())) {
            SingleRun run = SingleRun.of(assignment, console().checkout().roadmap(), grader, submission);
            String json = GradescopeJson.of(
                    assignment, run.result(), new Titles(console().checkout().roadmap()), run.notes());
            AtomicFiles.write(results, json.getBytes(StandardCharsets.UTF_8));
            return ExitCode.OK;
        }
    }
}
