package gradus.grader;

/** A check called what only the reference knows, and the lab at hand has none: a learners' pack. */
final class NoReference extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoReference() {
        super("This check compares with the reference solution: it runs when your work is graded.");
    }
}
