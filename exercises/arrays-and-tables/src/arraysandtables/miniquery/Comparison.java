package arraysandtables.miniquery;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a condition asks. */
public enum Comparison {
    EQUAL("="),
    DIFFERENT("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    /** Of one value alone: whether nobody knows it. */
    MISSING("is missing");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** How SQL writes it. */
    public String symbol() {
        return symbol;
    }

    /**
     * The comparison that SQL writes so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Comparison of(String symbol) {
        return comparisons()
                .filter(comparison -> comparison.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a comparison must be one of "
                        + comparisons().map(Comparison::symbol).collect(Collectors.joining(" ")) + ", but was '"
                        + symbol + "'"));
    }

    private static Stream<Comparison> comparisons() {
        return Arrays.stream(values()).filter(comparison -> comparison != MISSING);
    }

    /**
     * Whether two known values stand so to one another.
     *
     * @param order below 0 if the first is smaller, 0 if they are equal, above 0 if it is larger
     */
    public boolean accepts(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case MISSING -> false;
        };
    }
}
