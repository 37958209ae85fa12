package gradus.classroom.command;

import gradus.cli.ClassCommands;
import gradus.cli.Console;
import java.util.List;

/** The commands of this module. */
public final class Commands implements ClassCommands {
    @Override
    public List<Object> all(Console console) {
        return List.of();
    }
}
