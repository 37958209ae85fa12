package gradus.classroom.results.report;

import gradus.classroom.results.PersonResult;
import java.io.IOException;
import java.util.Map;

/** What the code of people draws. */
@FunctionalInterface
public interface Pictures {
    /** Nobody's code is drawn. */
    Pictures NONE = result -> Map.of();

    /**
     * What somebody's code draws, by the ids of the rooms.
     *
     * @throws IOException if it can't be read
     */
    Map<String, Picture> of(PersonResult result) throws IOException;
}
