package gradus.classroom.grading;

/** Something could not be graded, through no fault of the learner's. */
final class NotGraded extends Exception {
    private static final long serialVersionUID = 1;

    NotGraded(String message) {
        super(message);
    }
}
