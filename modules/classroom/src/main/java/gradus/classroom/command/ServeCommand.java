package gradus.classroom.command;

import gradus.classroom.results.report.Report;
import gradus.cli.Browsing;
import gradus.cli.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens reports in a browser. */
@Command(
        name = "serve",
        description = {
            "Opens the reports of this class in your browser: each page as the class is when it is loaded, also while"
                    + " 'gradus class grade' runs. Ends with Ctrl-C.",
            "Nothing can be changed by the pages, and only this machine is served."
        })
final class ServeCommand extends ClassAction {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "The assignment to begin with. Default: the list of all.")
    private @Nullable String id;

    @Mixin
    private Browsing browsing = new Browsing();

    @Option(names = "--no-figures", description = "Does not run submissions again to draw their figures.")
    private boolean noFigures;

    ServeCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws InterruptedException {
        session().course();
        String first = id == null ? "/" : "/" + session().assignment(id).id() + "/" + Report.INDEX;
        ClassPages pages = new ClassPages(session(), first, !noFigures);
        browsing.serve(console(), "class serve", isJson(), (lab, port) -> lab.open(pages, port));
        return ExitCode.OK;
    }
}
