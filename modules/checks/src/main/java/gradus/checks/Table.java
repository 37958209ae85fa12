package gradus.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A few rows of text in columns, the first to the left and the others to the right.
 *
 * <p>No line begins with a space, because reports drop those.
 */
final class Table {
    private static final int DIGITS = 7;
    private static final int SMALLEST_PLAIN = -6;
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void add(String... cells) {
        rows.add(cells);
    }

    /** A number of at most 14 characters. */
    static String brief(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return SMALLEST_PLAIN <= exponent && exponent < DIGITS ? rounded.toPlainString() : rounded.toString();
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], row[k].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(row[0]);
            line.append(" ".repeat(widths[0] - row[0].length()));
            for (int k = 1; k < widths.length; k++) {
                line.append(GAP).append(" ".repeat(widths[k] - row[k].length())).append(row[k]);
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }
}
