package gradus.classroom.command;

import gradus.cli.ClassCommands;
import gradus.cli.Console;
import java.util.List;
import picocli.CommandLine;

/** The commands of this module. */
public final class Commands implements ClassCommands {
    @Override
    public List<Object> all(Console console) {
        ClassSession session = new ClassSession(console);
        CommandLine roster = new CommandLine(new RosterCommand(session));
        roster.addSubcommand(new RosterImportCommand(session));
        return List.of(
                new InitCommand(session),
                roster,
                new AssignCommand(session),
                new PackCommand(session),
                new CollectCommand(session),
                new GradeCommand(session),
                new RegradeCommand(session),
                new WorkerCommand(session),
                new StatusCommand(session),
                new SimilarCommand(session),
                new AdjustCommand(session),
                new ReportCommand(session),
                new ServeCommand(session),
                new ExportCommand(session),
                new AuditCommand(session),
                new GradescopeCommand(session));
    }
}
