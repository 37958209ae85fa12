package gradus.cli.daemon;

import java.nio.charset.StandardCharsets;

/**
 * What client and daemon say to each other.
 *
 * @param content what the kind says
 */
record Frame(Kind kind, byte[] content) {
    /** In this order: {@code client.pl} knows them by their number. */
    enum Kind {
        /** A {@link Call}. The daemon answers {@code WELCOME}, then with output and questions, then {@code EXIT}. */
        CALL,
        /** Asks for a {@link Condition}. */
        STATUS,
        /** Asks the daemon to finish what it does, and end. */
        STOP,
        /** The daemon has read the request and will do it. */
        WELCOME,
        /** Bytes for the standard output. */
        OUT,
        /** Bytes for the standard error. */
        ERR,
        /** The command waits for a line of the standard input. */
        ASK,
        /** The line with its end, or nothing where the input ends. */
        ANSWER,
        /** The command is over; its exit code in decimal. */
        EXIT
    }

    static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static Frame of(Kind kind) {
        return new Frame(kind, new byte[0]);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
