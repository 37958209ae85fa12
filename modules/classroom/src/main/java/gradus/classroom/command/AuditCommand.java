package gradus.classroom.command;

import gradus.classroom.Assignment;
import gradus.classroom.results.Deed;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.report.AuditLines;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where scores come from. */
@Command(
        name = "audit",
        description = "Says where each score comes from, a JSON object for each person: files, versions, seed, checks,"
                + " adjustments; then what was done by hand.")
final class AuditCommand extends ClassAction {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The assignment. Default: the only one.")
    private @Nullable String id;

    @Option(names = "--person", paramLabel = "PERSON", description = "This person alone.")
    private @Nullable String who;

    AuditCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        Assignment assignment = session().assignment(id);
        session().look(assignment, (run, grades) -> {
            List<PersonResult> people = run.gradebook().people().stream()
                    .filter(person -> who == null || person.person().id().equalsIgnoreCase(who))
                    .toList();
            AuditLines.of(new Gradebook(assignment, people)).lines().forEach(console()::say);
            if (!isJson()) {
                grades.deeds(assignment.id()).stream()
                        .filter(deed -> who == null || deed.person().equalsIgnoreCase(who))
                        .forEach(this::say);
            }
            return people;
        });
        return ExitCode.OK;
    }

    private void say(Deed deed) {
        console()
                .say(deed.when() + " " + deed.by() + " " + deed.kind() + " " + deed.person() + " " + deed.points() + " "
                        + deed.words());
    }
}
