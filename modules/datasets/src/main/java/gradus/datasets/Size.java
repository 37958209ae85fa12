package gradus.datasets;

import java.util.Locale;

/** Sizes in words. */
public final class Size {
    private static final long MB = 1_000_000;

    private Size() {}

    /** For example {@code 812 bytes}, {@code 29 kB} or {@code 9.9 MB}; 1 MB is a million bytes. */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < MB
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
