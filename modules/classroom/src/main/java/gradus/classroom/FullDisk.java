package gradus.classroom;

import java.util.Locale;

/** Knows a full disk by what is said of it. */
public final class FullDisk {
    private FullDisk() {}

    /** Whether a full disk is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                return true;
            }
        }
        return false;
    }
}
