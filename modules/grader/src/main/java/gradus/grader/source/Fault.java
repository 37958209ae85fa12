package gradus.grader.source;

/**
 * What the compiler found wrong.
 *
 * @param source the file as it was compiled
 * @param offset where in its text, or -1 if the compiler did not say
 * @param code the compiler's name for this kind of error
 * @param message in words
 */
record Fault(Source source, int offset, String code, String message) {
    static final String BRACE = "gradus.brace";

    boolean hasPlace() {
        return offset >= 0;
    }

    /** Whether it is about a brace without a partner. */
    boolean isBrace() {
        return code.startsWith(BRACE);
    }

    /** The line at its place. */
    String line() {
        Lines lines = new Lines(source.text());
        return lines.line(lines.number(Math.min(offset, source.text().length())));
    }

    /** The same as a problem of the file in which it was found. */
    Problem problem() {
        return Problem.of(source, offset, message, "");
    }
}
