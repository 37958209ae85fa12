package gradus.grader.verify;

/**
 * Something in a learner's file that a room does not allow.
 *
 * @param file file name without folders
 * @param line line from 1, or 0 where the class file does not tell
 * @param member what it is, as a learner would write it: {@code System.exit}, {@code new Thread}, {@code extending
 *     ClassLoader}
 * @param reason why, and what to do instead: goes on after a colon, ends with a full stop
 */
public record Refusal(String file, int line, String member, String reason) {
    /** For example {@code Pca.java:41: System.exit is not allowed in a room: it would end the process …} */
    public String inWords() {
        return (line == 0 ? file : file + ":" + line) + ": " + message();
    }

    /** The words without the place. */
    public String message() {
        return member + " is not allowed in a room: " + reason;
    }
}
