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

    /** Whether it is about a name that is not known. */
    boolean isUnknownName() {
        return code.startsWith("compiler.err.cant.resolve");
    }

    /** The word at its place, behind a dot if there is one. */
    String word() {
        String text = source.text();
        int start = Math.max(0, offset);
        while (start < text.length() && (text.charAt(start) == '.' || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The same as a problem of the file in which it was found. */
    Problem problem() {
        return Problem.of(source, offset, message, "");
    }
}
