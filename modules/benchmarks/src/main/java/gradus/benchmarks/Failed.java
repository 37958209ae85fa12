package gradus.benchmarks;

/** Something kept a benchmark from its end; the message says what, and how to go on. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message) {
        super(message);
    }
}
