package gradus.cli;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Spelling;
import gradus.cli.daemon.Call;
import gradus.cli.daemon.Starter;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.Checkout;
import gradus.grader.sandbox.NoSandbox;
import gradus.grader.workspace.WorkspaceException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String named = System.getProperty("gradus.home");
        Path home = named != null ? Path.of(named) : Checkout.homeOf(Path.of(""));
        Call call = Call.typed(arguments);
        OptionalInt code = Boolean.getBoolean("gradus.daemon") ? new Starter(home, call).run() : OptionalInt.empty();
        System.exit(code.isPresent() ? code.getAsInt() : inThisProcess(home, call));
    }

    private static int inThisProcess(Path home, Call call) {
        Session session = new Session(home, call, System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
        return run(session, call.arguments().toArray(String[]::new));
    }

    /** Writes UTF-8 whatever the machine's own charset is. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Runs one command and returns its exit code. No stack trace is printed: a fault of the lab goes into a file. */
    static int run(Session session, String... arguments) {
        CommandLine line = new Commands(session).line(arguments);
        line.setOut(session.writer());
        line.registerConverter(Path.class, session.folder()::resolve);
        line.setUsageHelpAutoWidth(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, ignored) -> {
            session.complain(inWords(exception, session));
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((exception, ignored, parsed) -> {
            if (exception instanceof Usage) {
                session.complain(String.valueOf(exception.getMessage()));
                return ExitCode.USAGE;
            }
            boolean isExplained = exception instanceof CatalogueException
                    || exception instanceof BrokenRoom
                    || exception instanceof NoSandbox
                    || exception instanceof WorkspaceException;
            session.complain(isExplained ? String.valueOf(exception.getMessage()) : fault(exception, session));
            return ExitCode.FAULT;
        });
        return line.execute(arguments);
    }

    private static String inWords(CommandLine.ParameterException exception, Session session) {
        String message = exception.getMessage();
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> words = unmatched.getUnmatched();
            String what = words.get(0).startsWith("-") ? "option" : "command";
            Set<String> commands = exception.getCommandLine().getSubcommands().keySet();
            List<String> nearest = what.equals("option")
                    ? unmatched.getSuggestions()
                    : Spelling.nearest(words.get(0), List.copyOf(commands));
            boolean isRoot = exception.getCommandLine().getParent() == null;
            message = (isRoot || what.equals("option") ? "There is no " + what + " '" : "What is '")
                    + words.get(0)
                    + (isRoot || what.equals("option") ? "'." : "'?")
                    + Session.didYouMean(nearest.subList(0, Math.min(3, nearest.size())));
        }
        String name =
                exception.getCommandLine().getCommandSpec().qualifiedName(" ").replaceFirst("^gradus ?", "");
        return message + " '" + session.call((name + " --help").strip()) + "' says more.";
    }

    private static String fault(Exception exception, Session session) {
        String what = "The lab itself failed: " + exception.toString().replaceFirst("\\.$", "") + ".";
        try {
            Path folder = session.checkout().cache();
            Files.createDirectories(folder);
            Path log = folder.resolve("fault.log");
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            Files.writeString(log, trace.toString());
            return what + " Details for a bug report are in " + log + ".";
        } catch (IOException | RuntimeException e) {
            return what;
        }
    }
}
