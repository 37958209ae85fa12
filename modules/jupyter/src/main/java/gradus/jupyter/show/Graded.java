package gradus.jupyter.show;

import gradus.catalogue.Room;
import gradus.grader.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of checking a room in a notebook.
 *
 * @param outcome the lab's verdict
 * @param display the card
 */
public record Graded(Outcome outcome, Display display) implements Showable {
    /**
     * @param notes what is said below the verdict
     * @param places rewrites places in files as places in cells
     */
    public static Graded of(Room room, Outcome outcome, List<String> notes, UnaryOperator<String> places) {
        return new Graded(outcome, new OutcomeCard(room, outcome, notes, places).display());
    }

    /** Points earned. */
    public int score() {
        return outcome.run().score();
    }

    /** Whether all points were earned. */
    public boolean isPassed() {
        return outcome instanceof Outcome.Passed;
    }

    @Override
    public String toString() {
        return display.plain();
    }
}
