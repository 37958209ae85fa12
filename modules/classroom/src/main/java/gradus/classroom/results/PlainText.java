package gradus.classroom.results;

import java.util.regex.Pattern;

/**
 * Text of other people's as it can stand in any file: without control characters, without characters that no XML 1.0
 * may hold, and without those that turn the direction of what follows. Joiners stay, because names in Persian and
 * Sinhala need them.
 */
public final class PlainText {
    private static final Pattern HARMFUL = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}\\x{FEFF}\\x{200E}\\x{200F}\\x{061C}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");

    private PlainText() {}

    /** In one line, without blanks around it. */
    public static String line(String text) {
        return HARMFUL.matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** In as many lines as there are, with line feeds between them. */
    public static String words(String text) {
        return String.join(
                "\n",
                text.lines()
                        .map(line -> HARMFUL.matcher(line.replace("\t", "    ")).replaceAll(""))
                        .toList());
    }
}
