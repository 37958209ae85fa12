package gradus.grader.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PIT's mutation operators in the words of an author. */
final class Operators {
    private static final Pattern ARITHMETIC =
            Pattern.compile("Replaced (?:integer|long|float|double|bitwise)? ?(.+) with (.+)");
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("addition", "+"),
            Map.entry("subtraction", "-"),
            Map.entry("multiplication", "*"),
            Map.entry("division", "/"),
            Map.entry("modulus", "%"),
            Map.entry("bitwise and", "&"),
            Map.entry("and", "&"),
            Map.entry("bitwise or", "|"),
            Map.entry("or", "|"),
            Map.entry("xor", "^"),
            Map.entry("shift left", "<<"),
            Map.entry("shift right", ">>"),
            Map.entry("unsigned shift right", ">>>"));
    private static final Map<String, String> BOUNDARIES = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Map<String, String> OPPOSITES =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");

    private Operators() {}

    /** The class of an operator as a short name: {@code ….ConditionalsBoundaryMutator} is conditionals-boundary. */
    static String shortName(String mutator) {
        return mutator.substring(mutator.lastIndexOf('.') + 1)
                .replaceFirst("Mutator", "")
                .replace('_', '-')
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * What a mutant changed.
     *
     * @param operator short name
     * @param description PIT's words
     * @param line the source line, which tells the comparisons that PIT does not name
     */
    static String change(String operator, String description, String line) {
        Matcher arithmetic = ARITHMETIC.matcher(description);
        if (operator.equals("conditionals-boundary")) {
            return comparison(BOUNDARIES, line, "moved the boundary of a comparison");
        } else if (operator.equals("negate-conditionals")) {
            return comparison(OPPOSITES, line, "turned a condition into its opposite");
        } else if (arithmetic.matches()) {
            return "replaced " + symbol(arithmetic.group(1)) + " by " + symbol(arithmetic.group(2));
        }
        String words = description
                .replaceAll("(?:\\w+/)*(\\w+)::", "$1.")
                .replaceFirst("^Substituted (\\S+) with", "replaced $1 by")
                .replaceFirst("^replaced call to (\\S+) with argument", "replaced the call of $1 by its argument")
                .replaceFirst("^removed call to", "removed the call of")
                .replaceFirst("^[Rr]eplaced (.+) with (\\S+)", "replaced $1 by $2");
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String symbol(String word) {
        return SYMBOLS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }

    /** The comparison of a line as it was and as it became; of several, each that it may have been. */
    private static String comparison(Map<String, String> becomes, String line, String otherwise) {
        List<String> found = Pattern.compile("\\s")
                .splitAsStream(line)
                .filter(becomes::containsKey)
                .distinct()
                .map(was -> was + " by " + Objects.requireNonNull(becomes.get(was)))
                .toList();
        return found.isEmpty() ? otherwise : found.stream().collect(Collectors.joining(" or ", "replaced ", ""));
    }
}
