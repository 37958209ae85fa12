package gradus.classroom.command;

import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grades;
import gradus.classroom.results.Adjustment;
import gradus.classroom.results.Points;
import gradus.cli.ExitCode;
import gradus.cli.Usage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a score by hand. */
@Command(
        name = "adjust",
        description =
                "Adds points to somebody's score, or takes some away, or comments on it. It is never forgotten who did"
                        + " that, when and why; another adjustment takes it back.")
final class AdjustCommand extends ClassAction {
    @Parameters(index = "0", paramLabel = "ID", description = "The assignment.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "PERSON", description = "Their id in the roster.")
    private String who = "";

    @Option(names = "--points", paramLabel = "N", description = "As in 2 or -0.5. Default: 0, a comment alone.")
    private double points;

    @Option(names = "--why", paramLabel = "WORDS", required = true, description = "For the learner to read.")
    private String why = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it. Default: your user name.")
    private String by = System.getProperty("user.name");

    AdjustCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() {
        Course course = session().course();
        Assignment assignment = session().assignment(id);
        Person person = session()
                .roster()
                .person(who)
                .orElseThrow(() -> new Trouble("Nobody in the roster has the id '" + who + "'. '"
                        + console().call("class roster") + "' lists all."));
        if (!Double.isFinite(points) || Math.abs(points) > assignment.points() + 1000) {
            throw new Usage("--points must be a number that makes sense for " + assignment.points()
                    + " points, but was " + points + ".");
        }
        if (why.isBlank()) {
            throw new Usage("--why must say why, for the learner to read.");
        }
        Adjustment adjustment = new Adjustment(
                person.id(), points, why.strip(), by, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (Database database = Database.of(course)) {
            new Grades(database).adjust(assignment.id(), adjustment);
        }
        JsonObject json = new JsonObject();
        json.addProperty("assignment", assignment.id());
        json.addProperty("person", person.id());
        json.addProperty("points", points);
        json.addProperty("why", adjustment.why());
        json.addProperty("by", adjustment.by());
        json.addProperty("when", adjustment.when().toString());
        answer(
                json,
                () -> console()
                        .tell(
                                points == 0
                                        ? "Noted for " + person.name() + "."
                                        : person.name() + " gets " + (points > 0 ? "+" : "") + Points.text(points)
                                                + " points in " + assignment.id() + "."));
        return ExitCode.OK;
    }
}
