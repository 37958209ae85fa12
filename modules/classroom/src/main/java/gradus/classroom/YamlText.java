package gradus.classroom;

/** Text as YAML has it, for files that are written with comments. */
final class YamlText {
    private YamlText() {}

    /** A text between quotes, whatever is in it. */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
