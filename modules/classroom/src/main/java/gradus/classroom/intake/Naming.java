package gradus.classroom.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of files and folders in the exports of course systems say.
 *
 * @param label what names the person
 * @param rest the name of the file itself; nothing where the whole name is a person's
 * @param isLate whether the system says that it came late
 * @param system which system names its files so; nothing where none is recognised
 */
record Naming(String label, String rest, boolean isLate, String system) {
    /** {@code lovelaceada_LATE_1234_56789_Pca.java}, or {@code lovelaceada_1234_56789_Pca-1.java}: a resubmission. */
    private static final Pattern CANVAS = Pattern.compile("([^_]+)_(LATE_)?(\\d+)_(\\d+)_(.+)");

    /** {@code Ada Lovelace_12345_assignsubmission_file_}, of a folder, or before the name of a file. */
    private static final Pattern MOODLE = Pattern.compile("(.+)_(\\d+)_assignsubmission_(?:file|onlinetext)_?(.*)");

    /** {@code submission_12345}. */
    private static final Pattern GRADESCOPE = Pattern.compile("(submission_\\d+)()");

    private static final Pattern RESUBMITTED = Pattern.compile("-\\d+(\\.java)$");

    static Naming of(String name) {
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return new Naming(moodle.group(1), moodle.group(3), false, "Moodle");
        }
        Matcher canvas = CANVAS.matcher(name);
        if (canvas.matches()) {
            return new Naming(
                    "canvas:" + canvas.group(3),
                    RESUBMITTED.matcher(canvas.group(5)).replaceFirst("$1"),
                    canvas.group(2) != null,
                    "Canvas");
        }
        Matcher gradescope = GRADESCOPE.matcher(name);
        if (gradescope.matches()) {
            return new Naming(gradescope.group(1), "", false, "Gradescope");
        }
        return new Naming(name, "", false, "");
    }
}
