package gradus.grader.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What depends on the version of Linux. */
final class Kernel {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private Kernel() {}

    /**
     * Since 5.14, RLIMIT_NPROC counts within a user namespace. Before, a busy desktop would leave nothing for a worker.
     */
    static boolean countsProcessesOfEachNamespace() {
        return isAtLeast(System.getProperty("os.version"), 5, 14);
    }

    static boolean isAtLeast(String version, int major, int minor) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return false;
        }
        int found = Integer.parseInt(matcher.group(1));
        return found > major || (found == major && Integer.parseInt(matcher.group(2)) >= minor);
    }
}
