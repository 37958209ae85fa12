package gradus.classroom.results.export;

import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;

/** Scores in cells. */
final class Scores {
    private Scores() {}

    /** The score; nothing while not all is graded, or where there is neither a submission nor an adjustment. */
    static String ofWhatWasHandedIn(PersonResult result) {
        boolean isThere = result.handedIn().isPresent() || !result.adjustments().isEmpty();
        return isThere ? ofWhatIsGraded(result) : "";
    }

    /** The score; nothing while not all is graded. */
    static String ofWhatIsGraded(PersonResult result) {
        return result.isComplete() ? Points.text(result.score()) : "";
    }
}
