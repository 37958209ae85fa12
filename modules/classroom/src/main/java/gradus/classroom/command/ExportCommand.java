package gradus.classroom.command;

import com.google.gson.JsonArray;
import gradus.catalogue.Room;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Trouble;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Titles;
import gradus.classroom.results.export.CanvasCsv;
import gradus.classroom.results.export.GithubWorkflow;
import gradus.classroom.results.export.GradescopeAutograder;
import gradus.classroom.results.export.GradescopeAutograder.Lab;
import gradus.classroom.results.export.GradescopeJson;
import gradus.classroom.results.export.JunitXml;
import gradus.classroom.results.export.MoodleCsv;
import gradus.classroom.results.export.NbgraderCsv;
import gradus.cli.ExitCode;
import gradus.cli.Usage;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what other systems read. */
@Command(
        name = "export",
        description = {
            "Writes scores for other systems, below 'reports' of the class.",
            "canvas, moodle, nbgrader: gradebooks in CSV. gradescope: results.json for each person. junit: XML for each"
                    + " person. autograder: a zip for Gradescope, which grades there. workflow: checks for GitHub Actions.",
            "Exit code 1: something is not graded yet, and has no score."
        })
final class ExportCommand extends ClassAction {
    /** What can be written. */
    enum Format {
        CANVAS,
        MOODLE,
        NBGRADER,
        GRADESCOPE,
        JUNIT,
        AUTOGRADER,
        WORKFLOW
    }

    @Parameters(index = "0", paramLabel = "ID", description = "The assignment.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}, in small letters too.")
    private Format format = Format.CANVAS;

    @Option(names = "--canvas-id", paramLabel = "N", description = "The assignment's number in Canvas.")
    private @Nullable Long canvasId;

    @Option(names = "--repository", paramLabel = "URL", description = "Where the autograder clones the lab from.")
    private @Nullable String repository;

    @Option(names = "--revision", paramLabel = "REVISION", description = "Which state of the lab it takes.")
    private @Nullable String revision;

    @Option(
            names = "--unsandboxed",
            description = "Makes an autograder without a sandbox, for containers that allow none. Of a submission's"
                    + " code only the list of what rooms allow then keeps the container.")
    private boolean unsandboxed;

    ExportCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        Course course = session().course();
        Assignment assignment = session().assignment(id);
        Path folder = course.reports(assignment.id());
        List<Path> written = new ArrayList<>();
        boolean isComplete = true;
        if (format == Format.WORKFLOW) {
            List<String> rooms = inOrder(assignment).stream().map(Room::id).toList();
            written.add(write(folder.resolve(GithubWorkflow.FILE), GithubWorkflow.of(assignment, rooms)));
        } else if (format == Format.AUTOGRADER) {
            written.add(autograder(course, assignment, folder));
        } else {
            Gradebook gradebook = session().look(assignment, (run, grades) -> run.gradebook());
            isComplete = gradebook.people().stream().allMatch(PersonResult::isComplete);
            written.addAll(gradebook(gradebook, folder));
        }
        JsonArray json = new JsonArray();
        written.forEach(file -> json.add(file.toString()));
        boolean all = isComplete;
        answer(json, () -> {
            console()
                    .say(
                            written.size() == 1
                                    ? "Written: " + written.get(0)
                                    : written.size() + " files are written: "
                                            + written.get(0).getParent());
            if (!all) {
                console()
                        .tell("Not all is graded yet; what is not has no score there. '"
                                + console().call("class grade " + id) + "' grades it.");
            }
        });
        return isComplete ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private List<Path> gradebook(Gradebook gradebook, Path folder) throws IOException {
        Titles titles = new Titles(session().roadmap());
        return switch (format) {
            case CANVAS ->
                List.of(write(
                        folder.resolve("canvas.csv"),
                        CanvasCsv.of(gradebook, canvasId == null ? OptionalLong.empty() : OptionalLong.of(canvasId))));
            case MOODLE -> List.of(write(folder.resolve("moodle.csv"), MoodleCsv.of(gradebook)));
            case NBGRADER -> List.of(write(folder.resolve("nbgrader.csv"), NbgraderCsv.of(gradebook)));
            case GRADESCOPE ->
                each(
                        gradebook,
                        folder.resolve("gradescope"),
                        "/results.json",
                        (assignment, person) -> GradescopeJson.of(assignment, person, titles));
            case JUNIT ->
                each(
                        gradebook,
                        folder.resolve("junit"),
                        ".xml",
                        (assignment, person) -> JunitXml.of(assignment, person, titles));
            case AUTOGRADER, WORKFLOW -> List.of();
        };
    }

    private static List<Path> each(
            Gradebook gradebook, Path folder, String ending, BiFunction<Assignment, PersonResult, String> text)
            throws IOException {
        List<Path> written = new ArrayList<>();
        for (PersonResult person : gradebook.people()) {
            if (person.handedIn().isPresent() && person.isComplete()) {
                Path file = folder.resolve(person.person().id().toLowerCase(Locale.ROOT) + ending);
                written.add(write(file, text.apply(gradebook.assignment(), person)));
            }
        }
        return written;
    }

    /** The assigned rooms, each after those it stands on. */
    private List<Room> inOrder(Assignment assignment) {
        return session().roadmap().rooms().stream()
                .filter(room -> assignment.room(room.id()).isPresent())
                .toList();
    }

    private Path autograder(Course course, Assignment assignment, Path folder) throws IOException {
        if (repository == null || revision == null) {
            throw new Usage(
                    "An autograder needs --repository, the address that the lab can be cloned from, and --revision,"
                            + " a tag or commit of it.");
        }
        List<Room> rooms = inOrder(assignment);
        for (Room room : rooms) {
            if (!room.folder().startsWith(session().checkout().home())) {
                throw new Trouble("An autograder has the lab's rooms alone, and " + room.id() + " is one of your own.");
            }
        }
        Set<String> datasets =
                rooms.stream().flatMap(room -> room.datasets().stream()).collect(Collectors.toCollection(TreeSet::new));
        byte[] file = Files.readAllBytes(course.assignmentFile(assignment.id()));
        Path zip = folder.resolve("autograder.zip");
        Lab lab = new Lab(repository, revision, datasets, !unsandboxed);
        AtomicFiles.write(zip, GradescopeAutograder.of(assignment, file, lab));
        return zip;
    }

    private static Path write(Path file, String text) throws IOException {
        AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
