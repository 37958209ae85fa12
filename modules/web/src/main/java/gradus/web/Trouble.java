package gradus.web;

/** A request that cannot be served. The words are those of the learner's language. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * @param status of HTTP
     * @param key of the words
     * @param values for the places in them
     */
    Trouble(int status, String key, Object... values) {
        super(Words.of(key, values));
        this.status = status;
    }

    int status() {
        return status;
    }
}
