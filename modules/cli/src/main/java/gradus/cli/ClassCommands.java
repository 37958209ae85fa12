package gradus.cli;

import java.util.List;

/** The commands below {@code class}, which are a module of their own: only who teaches needs its libraries. */
public interface ClassCommands {
    /** The commands, in the order of the help: objects with picocli's annotations. */
    List<Object> all(Console console);
}
