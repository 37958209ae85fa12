package gradus.grader.attack;

import java.util.Locale;

/** What an attack did beside earning points. */
enum Harm {
    /** A file outside of the worker was made, changed or removed. */
    FILES,
    /** More was written to disk than a run may. */
    DISK,
    /** A process is still there after the run. */
    PROCESSES,
    /** Something that listens on this machine was reached. */
    NETWORK,
    /** A secret of the host is in the report: of its files, of the judge's environment. */
    SECRETS,
    /** What a hidden check handed over is in the report. */
    INPUTS,
    /** The report moves the cursor, turns the direction of writing, or has no end. */
    REPORT,
    /** The judge hangs, throws, or is not what it was before. */
    JUDGE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Harm of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }
}
