package gradus.datasets;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The path of a file of a set: the name of the set, then the file in it. It can't lead out of the data folder. */
final class DataPath {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private DataPath() {}

    static void require(String path) {
        String[] parts = path.split("/", -1);
        Require.that(
                parts.length > 1
                        && Arrays.stream(parts)
                                .allMatch(part -> PART.matcher(part).matches()),
                "path must name a set and a file in it, such as iris/iris.csv, without .., but was '%s'",
                path);
    }

    static String set(String path) {
        return path.substring(0, path.indexOf('/'));
    }
}
