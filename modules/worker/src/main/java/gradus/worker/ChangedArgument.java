package gradus.worker;

/** A method changed an argument that it should have left as it was. */
public final class ChangedArgument extends AssertionError {
    private static final long serialVersionUID = 1;

    ChangedArgument(String message) {
        super(message);
    }
}
