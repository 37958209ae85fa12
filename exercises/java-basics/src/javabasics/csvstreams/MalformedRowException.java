package javabasics.csvstreams;

/**
 * Says which line of a table can't be read, and why.
 *
 * <p>It is unchecked, because an {@link Iterable} can't throw checked exceptions, and an exception of its own, because
 * whoever catches it wants the number of the line and not a text to search for it.
 */
public final class MalformedRowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * An exception with the message {@code line 7: a quote is not closed}, if that is line and message of the cause.
     *
     * @param line on which the row begins, from 1
     * @param cause what is wrong with the row
     */
    public MalformedRowException(int line, IllegalArgumentException cause) {
        // begin solution: hand message and cause to RuntimeException, then keep the line
        super("line " + line + ": " + cause.getMessage(), cause);
        this.line = line;
        // end solution
    }

    /** The line on which the row begins, from 1. */
    public int line() {
        return line;
    }
}
