package gradus.checks;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a check says while it runs. A check that has something to say takes one as a parameter. */
public final class Live {
    /** Key of report entries that hold a note. */
    public static final String NOTE = "gradus.note";

    /** Keys of report entries that hold how far a check is. */
    public static final String DONE = "gradus.done";

    public static final String TOTAL = "gradus.total";
    public static final String WHAT = "gradus.what";

    private final ExtensionContext check;

    Live(ExtensionContext check) {
        this.check = check;
    }

    /**
     * Tells what a reader should know whether the check passes or not: which data it used instead, what it measured.
     *
     * @param sentence in plain text
     */
    public void note(String sentence) {
        check.publishReportEntry(NOTE, sentence);
    }

    /**
     * Tells how far a long check is.
     *
     * @param done steps that are done
     * @param total steps in all
     * @param what what is being done, in a few words
     */
    public void at(int done, int total, String what) {
        check.publishReportEntry(Map.of(DONE, Integer.toString(done), TOTAL, Integer.toString(total), WHAT, what));
    }
}
