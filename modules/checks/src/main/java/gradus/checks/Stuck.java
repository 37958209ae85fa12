package gradus.checks;

import java.util.NoSuchElementException;

/** A check that could not go on with what the learner's code returned, in words. */
public final class Stuck {
    private Stuck() {}

    /**
     * Words for what a check itself threw, other than a failed assertion.
     *
     * @param thrown an exception, in most cases of an array or list that is not as the check expected it
     */
    public static String inWords(Throwable thrown) {
        if (thrown instanceof NullPointerException) {
            return "Your code returned null, or something that holds null, where the check needs a value.";
        } else if (thrown instanceof IndexOutOfBoundsException || thrown instanceof NoSuchElementException) {
            String message = thrown.getMessage();
            return "Your code returned fewer values than the check looks at"
                    + (message == null ? "" : " (" + message + ")") + ". Look at the shape of what you return.";
        } else if (thrown instanceof NegativeArraySizeException) {
            return "Your code returned a negative number (" + thrown.getMessage()
                    + ") where the check needs a number of values.";
        }
        return "The check cannot go on with what your code returned ("
                + thrown.getClass().getSimpleName()
                + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage())
                + "). Look for null, or for an array of the wrong shape.";
    }
}
