package gradus.kit.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plot of a room: the learner's result beside the reference's.
 *
 * @param <S> a record of plain data: numbers, text, arrays, lists and records of these
 */
public interface Figure<S> {
    /** What can be chosen; the browser makes sliders and menus of it. */
    List<Parameter> parameters();

    /**
     * Checks a table of the user's own, if one is to be drawn; calls nothing of the room.
     *
     * @throws IllegalArgumentException if the table can't be drawn, naming the parameter
     */
    default void require(Values values) {}

    /**
     * Calls the room's classes and keeps what they return. The lab runs this once on the learner's classes and once on
     * the reference's, so every call of the room is made here.
     *
     * @throws IllegalArgumentException if what came back can't be drawn, naming the method that returned it
     */
    S series(Values values);

    /**
     * Draws data; calls nothing of the room.
     *
     * @param reference null where the reference is not to be shown
     */
    Drawing draw(Values values, S yours, @Nullable S reference);
}
