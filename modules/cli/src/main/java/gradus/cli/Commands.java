package gradus.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes commands: each gets the session. */
final class Commands implements CommandLine.IFactory {
    /** In the order of the help. */
    private static final List<Class<?>> ALL = List.of(
            TourCommand.class,
            RoadmapCommand.class,
            StartCommand.class,
            CheckCommand.class,
            WatchCommand.class,
            HintCommand.class,
            SolutionCommand.class,
            FigureCommand.class,
            ResetCommand.class,
            ProgressCommand.class,
            DataCommand.class,
            DaemonCommand.class,
            DoctorCommand.class,
            OpenCommand.class,
            NotebookCommand.class,
            ClassCommand.class,
            DevCommand.class);

    private static final List<String> PREPARE = List.of("dev", "prepare");

    private final Session session;

    Commands(Session session) {
        this.session = session;
    }

    /**
     * The command line for some arguments. To make all commands takes a tenth of a second in a new process, so where
     * the first argument names one, it is made alone.
     */
    CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Gradus(session), this);
        String first = arguments.length == 0 ? "" : arguments[0];
        List<Class<?>> named =
                ALL.stream().filter(type -> name(type).equals(first)).toList();
        // The launcher prepares the classes of workers, those of packs too.
        boolean isWhole = session.pack().isEmpty()
                || List.of(arguments).subList(0, Math.min(2, arguments.length)).equals(PREPARE);
        (named.isEmpty() ? ALL : named).forEach(type -> line.addSubcommand(made(type, isWhole)));
        return line;
    }

    private CommandLine made(Class<?> type, boolean isWhole) {
        if (!isWhole && AbsentCommand.standsFor(name(type))) {
            return AbsentCommand.named(name(type));
        }
        CommandLine made = new CommandLine(type, this);
        if (type == ClassCommand.class) {
            ClassCommand.complete(made, session);
        }
        return made;
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Command.class).name();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            var constructor = type.getDeclaredConstructor(Session.class);
            constructor.setAccessible(true);
            return constructor.newInstance(session);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
