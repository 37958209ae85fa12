package gradus.jupyter;

import gradus.catalogue.Room;
import gradus.grader.source.Source;
import gradus.jupyter.show.Display;
import java.nio.file.Path;
import java.util.List;

/** The kernel in which the lab is asked. */
public interface Host {
    /**
     * What the cells that ran so far define of a room.
     *
     * @param files the room's starters, the learner's file first
     * @throws LabError if it is not there
     */
    Handed handed(Room room, List<Source> files);

    /** Lets cells that run from now on use jars and folders of classes. */
    void addToClassPath(List<Path> entries);

    /** Shows something now, while the cell goes on. */
    void show(Display display);

    /** Says something now, while the cell goes on. */
    void say(String line);

    /** Says how far the cell is, in place of what was said so before; an empty text takes it away. */
    void progress(String line);
}
