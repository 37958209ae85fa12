package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.workspace.Reading;
import gradus.grader.workspace.Workspace;
import gradus.kit.figure.CannotDraw;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a room's figure. */
@Command(name = "figure", description = "Draws a room's figure from your code, beside the reference.")
final class FigureCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Turns a parameter of the figure.")
    private Map<String, String> chosen = new LinkedHashMap<>();

    @Option(names = "--reference", description = "Draws the reference alone.")
    private boolean reference;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; .png or .svg. Default: both, in your workspace.")
    private @Nullable Path output;

    @Option(names = "--no-open", description = "Does not open the picture.")
    private boolean noOpen;

    @Mixin
    private DeviceOption device = new DeviceOption();

    FigureCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        device.applyTo(session);
        Room room = session.room(id);
        FigureRun figure = FigureRun.of(session.checkout(), room)
                .orElseThrow(() -> new Usage("The room " + room.id() + " has no figure."));
        try {
            return show(room, figure);
        } catch (CannotDraw e) {
            session.tell(String.valueOf(e.getMessage()));
            return ExitCode.NOT_ALL;
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + ".");
        }
    }

    private int show(Room room, FigureRun figure) throws IOException {
        Workspace workspace = session.workspace();
        boolean isPack = session.pack().isPresent();
        if (isPack && reference) {
            throw new Usage("This pack does not hold the reference. Your own picture: '"
                    + session.call("figure " + room.id()) + "'.");
        }
        chosen = figure.withTables(chosen, session.folder());
        FigureRun.Result result = reference ? figure.drawReference(chosen) : draw(figure, room, workspace);
        if (result instanceof FigureRun.Result.NotDrawn notDrawn) {
            session.tell(notDrawn.reason());
            if (!isPack) {
                session.tell(
                        "The reference's picture: '" + session.call("figure " + room.id() + " --reference") + "'.");
            }
            return ExitCode.NOT_ALL;
        }
        Drawing drawing = ((FigureRun.Result.Drawn) result).drawing();
        Path picture = write(room, workspace, drawing);
        session.tell(drawing.description());
        if (isPack) {
            session.tell("This pack does not hold the reference: the picture shows your own result alone.");
        }
        session.say("");
        for (Parameter parameter : figure.parameters()) {
            session.say(session.ink().faint("Turn it: " + inWords(parameter)));
        }
        session.say("Picture: " + picture);
        if (!noOpen && session.isTerminal()) {
            Viewer.open(picture.toString(), session.environment());
        }
        return ExitCode.OK;
    }

    private FigureRun.Result draw(FigureRun figure, Room room, Workspace workspace) {
        if (!workspace.isStarted(room)) {
            session.start(room);
        }
        Reading reading = session.read(room);
        return reading instanceof Reading.Read read
                ? figure.draw(read.submission(), chosen)
                : new FigureRun.Result.NotDrawn(((Reading.Unreadable) reading).reason());
    }

    private Path write(Room room, Workspace workspace, Drawing drawing) throws IOException {
        if (output != null) {
            String name = output.getFileName().toString();
            Path file = output.toAbsolutePath();
            if (name.endsWith(".svg")) {
                drawing.writeSvg(file);
            } else if (name.endsWith(".png")) {
                drawing.writePng(file);
            } else {
                throw new Usage("--output must end in .png or .svg, but was " + name + ".");
            }
            return file;
        }
        Path folder = workspace.folder().resolve("figures");
        Files.createDirectories(folder);
        drawing.writeSvg(folder.resolve(room.id() + ".svg"));
        drawing.writePng(folder.resolve(room.id() + ".png"));
        return folder.resolve(room.id() + ".png");
    }

    /** What can be typed, and what else could stand there. */
    private static String inWords(Parameter parameter) {
        String value = parameter instanceof Parameter.Csv ? "FILE" : parameter.initialText();
        String setting = parameter.name() + "=" + value;
        return "--set " + (setting.contains(" ") ? "'" + setting + "'" : setting) + " (" + parameter.label() + ": "
                + parameter.rule() + ")";
    }
}
