package gradus.grader;

/** How words stand out: in colours on a terminal, not at all elsewhere. */
public interface Ink {
    /** Nothing stands out. */
    Ink PLAIN = new Ink() {};

    default String good(String text) {
        return text;
    }

    default String bad(String text) {
        return text;
    }

    default String faint(String text) {
        return text;
    }

    default String strong(String text) {
        return text;
    }
}
