package gradus.grader.advice;

/** A place in a text. */
record Spot(String text, int offset) {
    /** Whether something stands here, blanks before it left out. */
    boolean is(String... any) {
        String rest = rest();
        for (String start : any) {
            if (rest.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** What stands from here to the end of the line. */
    private String rest() {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return offset < 0 ? "" : text.substring(offset, end).strip();
    }

    /** Whether only a comment or a closing brace follows on the line. */
    boolean endsLine() {
        return rest().isEmpty() || is("//", "/*", "}");
    }

    boolean follows(char before) {
        return offset > 0 && text.charAt(offset - 1) == before;
    }

    /** The character here. */
    int character() {
        return offset >= 0 && offset < text.length() ? text.codePointAt(offset) : 0;
    }
}
