package gradus.classroom.command;

import com.google.gson.JsonObject;
import gradus.classroom.Course;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folder of a class. */
@Command(name = "init", description = "Makes a folder for a class.")
final class InitCommand extends ClassAction {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder, which may exist.")
    private Path folder = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Of the course, for learners to read.")
    private String name = "";

    InitCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        Course course = Course.create(folder.toAbsolutePath().normalize(), name.strip());
        JsonObject json = new JsonObject();
        json.addProperty("folder", course.folder().toString());
        json.addProperty("name", course.name());
        answer(json, () -> {
            console().say("The class '" + course.name() + "' is in " + course.folder() + ".");
            console()
                    .tell("Next, in that folder: '" + console().call("class roster import FILE.csv")
                            + "' with an export of Canvas, Moodle or Gradescope, or a table with id, name, email.");
        });
        return ExitCode.OK;
    }
}
