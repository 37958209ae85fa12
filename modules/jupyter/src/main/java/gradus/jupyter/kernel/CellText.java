package gradus.jupyter.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a cell, as far as it can be understood without a compiler, which may refuse it.
 *
 * @param text as it was written
 * @param code the same, with spaces for comments and for what stands in quotes
 */
record CellText(String text, String code) {
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)(?=[\\s<({])");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^\\s*import\\s+(?<isStatic>static\\s+)?(?<name>[\\w.]+(?:\\.\\*)?)\\s*;");
    private static final Pattern NOT_CODE = Pattern.compile(
            "//[^\\n]*|/\\*.*?(?:\\*/|\\z)|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);
    private static final Pattern LINE_CONTENT = Pattern.compile("[^\\n]");

    static CellText of(String text) {
        return new CellText(
                text,
                NOT_CODE.matcher(text).replaceAll(found -> blank(found.group()).replace("$", "\\$")));
    }

    /** Spaces that take as many places and lines. */
    static String blank(String text) {
        return LINE_CONTENT.matcher(text).replaceAll(" ");
    }

    /** Names of the types that stand outside all others, in the order of the text. */
    List<String> types() {
        List<String> names = new ArrayList<>();
        Matcher matcher = TYPE.matcher(code);
        int depth = 0;
        int seen = 0;
        while (matcher.find()) {
            for (; seen < matcher.start(); seen++) {
                depth += Integer.signum("({".indexOf(code.charAt(seen)) + 1)
                        - Integer.signum(")}".indexOf(code.charAt(seen)) + 1);
            }
            if (depth <= 0) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** Names of all types that are declared in it. */
    List<String> allTypes() {
        return TYPE.matcher(code).results().map(found -> found.group(1)).toList();
    }

    /** What it imports, as {@code java.util.List}, {@code java.util.*} or {@code static java.lang.Math.sqrt}. */
    List<String> imports() {
        return IMPORT.matcher(code)
                .results()
                .map(found -> (found.group(1) == null ? "" : "static ") + found.group(2))
                .toList();
    }
}
