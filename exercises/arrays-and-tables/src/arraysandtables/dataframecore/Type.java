package arraysandtables.dataframecore;

import gradus.kit.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** What the values of a column are. Numbers and dates are computed with as numbers: a date as days since 1970-01-01. */
public enum Type {
    NUMBER,
    DATE,
    TEXT;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Whether a text is a value of this type: a decimal number, a date such as 2007-11-11, or anything. */
    public boolean fits(String text) {
        return switch (this) {
            case NUMBER -> DECIMAL.matcher(text).matches();
            case DATE -> isDate(text);
            case TEXT -> true;
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * A text as a number.
     *
     * @param text which {@link #fits}
     * @throws IllegalArgumentException if this is TEXT
     */
    public double number(String text) {
        Require.that(this != TEXT, "'%s' is text, which is no number", text);
        return this == NUMBER ? Double.parseDouble(text) : LocalDate.parse(text).toEpochDay();
    }

    /**
     * A number as a text, always the same one for the same number: 3750 for 3750.0.
     *
     * @param number a number, or days since 1970-01-01
     * @throws IllegalArgumentException if this is TEXT
     */
    public String text(double number) {
        Require.that(this != TEXT, "%s is a number, which is no text", number);
        if (this == DATE) {
            return LocalDate.ofEpochDay((long) number).toString();
        }
        // Up to 2^53 in size a whole number is exact, and needs no look at its decimals.
        return number == Math.rint(number) && Math.abs(number) <= 0x1p53
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
