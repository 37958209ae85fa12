package gradus.jupyter;

import gradus.catalogue.CatalogueException;
import gradus.grader.room.BrokenRoom;
import gradus.grader.workspace.WorkspaceException;
import gradus.jupyter.show.Graded;
import gradus.jupyter.show.Showable;
import gradus.kit.figure.CannotDraw;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lab, as cells of a notebook ask it. Rooms are named by their ids, such as {@code pca}.
 *
 * <p>In the kernel <i>Java (Gradus)</i>, {@link #check} grades the cell that defines the room's class, and gives the
 * verdict that {@code gradus check} gives. Other kernels do not hand out the text of a cell; there the class is graded,
 * for practice.
 */
public final class Lab {
    private static volatile @Nullable Desk desk;

    private Lab() {}

    /** Opens the lab in this kernel. */
    public static void open(Desk opened) {
        desk = opened;
    }

    /** Gets a room ready: its libraries, and the rooms it stands on. */
    public static Showable start(String room) {
        return ask(lab -> lab.start(room));
    }

    /** Grades the cell that defines the room's class. */
    public static Graded check(String room) {
        return ask(lab -> lab.check(room, null, false));
    }

    /** Grades with inputs that are drawn from a seed, so that they can be had again. */
    public static Graded check(String room, long seed) {
        return ask(lab -> lab.check(room, seed, false));
    }

    /** Grades with the checks too that take minutes. */
    public static Graded checkFully(String room) {
        return ask(lab -> lab.check(room, null, true));
    }

    /** The next step of the room's hint ladder. */
    public static Showable hint(String room) {
        return ask(lab -> lab.hint(room, null));
    }

    /** A step of the room's hint ladder, from 1 on. */
    public static Showable hint(String room, int step) {
        return ask(lab -> lab.hint(room, step));
    }

    /** The reference, once the room is solved. */
    public static Showable solution(String room) {
        return ask(lab -> lab.solution(room, false));
    }

    /**
     * The reference.
     *
     * @param anyway whether to show it before the room is solved
     */
    public static Showable solution(String room, boolean anyway) {
        return ask(lab -> lab.solution(room, anyway));
    }

    /**
     * The room's figure, drawn from your class, beside the reference.
     *
     * @param settings of the figure, each as {@code name=value}
     */
    public static Showable figure(String room, String... settings) {
        return ask(lab -> lab.figure(room, List.of(settings)));
    }

    /** The room's figure, drawn from the reference alone. */
    public static Showable reference(String room, String... settings) {
        return ask(lab -> lab.reference(room, List.of(settings)));
    }

    /** All rooms, and how far you are. */
    public static Showable progress() {
        return ask(Desk::progress);
    }

    /** The data sets of the rooms, and which are here. */
    public static Showable data() {
        return ask(Desk::data);
    }

    /** Gets a data set. */
    public static Showable data(String name) {
        return ask(lab -> lab.data(name));
    }

    /** Shows a value now, while the cell goes on. */
    public static void show(Object value) {
        ask(lab -> {
            lab.show(value);
            return value;
        });
    }

    private static <T> T ask(Function<Desk, T> question) {
        Desk opened = desk;
        if (opened == null) {
            throw new LabError(
                    "The lab is not open in this kernel. 'gradus notebook install' installs one where it is.");
        }
        try {
            return question.apply(opened);
        } catch (WorkspaceException e) {
            throw new LabError(String.valueOf(e.getMessage()).replaceFirst(" Choose another folder.*", "")
                    + " Choose another workspace: gradus --workspace DIR notebook install, then restart the kernel.");
        } catch (CatalogueException | BrokenRoom | CannotDraw e) {
            throw new LabError(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new LabError(e.getMessage() + ".");
        } catch (LabError e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LabError(opened.fault(e));
        }
    }
}
