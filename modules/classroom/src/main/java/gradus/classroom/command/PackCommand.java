package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.pack.Pack;
import gradus.classroom.pack.Packed;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes what learners get. */
@Command(
        name = "pack",
        description = {
            "Makes a zip for learners, who need a JDK and nothing else: starters, statements, visible checks and the lab."
                    + " No reference, hidden check or mistake of an assigned room is in it.",
            "Exit code 1: a room is left out, because its libraries are too large."
        })
final class PackCommand extends ClassAction {
    private static final double MEGABYTE = 1e6;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The assignment. Default: the only one.")
    private @Nullable String id;

    PackCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        Assignment assignment = session().assignment(id);
        List<Room> rooms = assignment.rooms().stream()
                .map(AssignedRoom::room)
                .map(room -> session().roadmap().room(room).orElseThrow())
                .toList();
        Packed packed = Pack.write(
                session().checkout(),
                rooms,
                assignment.hints(),
                assignment.title(),
                session().course().packs().resolve(assignment.id() + ".zip"));
        JsonObject json = new JsonObject();
        json.addProperty("file", packed.file().toString());
        json.addProperty("bytes", packed.bytes());
        JsonArray leftOut = new JsonArray();
        packed.leftOut().forEach(leftOut::add);
        json.add("leftOut", leftOut);
        answer(json, () -> {
            console().say(String.format(Locale.ROOT, "Packed, %.1f MB: %s", packed.bytes() / MEGABYTE, packed.file()));
            packed.leftOut().forEach(console()::tell);
            console()
                    .tell("Give it to your learners. What they hand in is collected with '"
                            + console().call("class collect " + assignment.id() + " PATH") + "'.");
        });
        return packed.leftOut().isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }
}
