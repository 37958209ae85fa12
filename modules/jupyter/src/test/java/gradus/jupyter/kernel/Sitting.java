package gradus.jupyter.kernel;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.jupyter.Desk;
import gradus.jupyter.Lab;
import gradus.jupyter.show.Displays;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/** The kernel without Jupyter: runs cells on a workspace of its own. */
final class Sitting {
    static final Checkout CHECKOUT = Checkout.open(Checkout.homeOf(Path.of("")));

    private final NotebookKernel kernel = new NotebookKernel(CHECKOUT.home());

    Sitting(Path workspace) {
        Desk desk = new Desk(CHECKOUT.home(), workspace, kernel);
        Lab.open(desk);
        kernel.serve(desk);
    }

    BaseKernel kernel() {
        return kernel;
    }

    /** What a cell gives. */
    @Nullable
    Object value(String cell) {
        kernel.count();
        return kernel.evalRaw(cell);
    }

    /** What a reader sees below a cell, in plain text: what it gives, or what is wrong. */
    String run(String cell) {
        try {
            Object value = value(cell);
            return value == null
                    ? ""
                    : Displays.of(value).map(display -> display.plain()).orElse(value.toString());
        } catch (CellError e) {
            return String.join("\n", e.lines());
        }
    }

    static Room room(String id) {
        return CHECKOUT.roadmap().room(id).orElseThrow();
    }

    /** A room's files as the cells of its notebook. */
    static List<String> cells(List<Source> files) {
        return files.stream()
                .map(file ->
                        file.text().replaceFirst("(?m)^package [\\w.]+;\\R", "").strip())
                .toList();
    }

    static List<Source> references(Room room) {
        return RoomClasses.read(room, room.sources());
    }

    static List<Source> starters(Room room) {
        return references(room).stream().map(Starter::of).toList();
    }
}
