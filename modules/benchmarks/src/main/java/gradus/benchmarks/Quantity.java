package gradus.benchmarks;

import java.util.Locale;

/** What is measured, and how it is written. */
enum Quantity {
    WALL("wall"),
    CPU("CPU"),
    RATE("submissions a minute of processor time"),
    CLOCK_RATE("submissions a minute by the clock"),
    MEMORY("memory"),
    SIZE("size"),
    TRANSACTIONS("transactions"),
    RIGHT("right answers");

    private final String word;

    Quantity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The unit of values in JSON. */
    String unit() {
        return switch (this) {
            case WALL, CPU -> "s";
            case RATE, CLOCK_RATE -> "1/min";
            case MEMORY, SIZE -> "MiB";
            case TRANSACTIONS -> "";
            case RIGHT -> "1";
        };
    }

    /** A value as people read it, with three digits. */
    String show(double value) {
        return switch (this) {
            case WALL, CPU -> value < 1e-3 ? digits(value * 1e6) + " µs" : seconds(value);
            case RATE, CLOCK_RATE -> digits(value);
            case MEMORY -> String.format(Locale.ROOT, "%.0f MiB", value);
            case SIZE -> digits(value) + " MiB";
            case TRANSACTIONS -> String.format(Locale.ROOT, "%.0f", value);
            case RIGHT -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
        };
    }

    private static String seconds(double value) {
        return value < 1 ? digits(value * 1e3) + " ms" : digits(value) + " s";
    }

    /** Three digits, without an exponent. */
    static String digits(double value) {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
