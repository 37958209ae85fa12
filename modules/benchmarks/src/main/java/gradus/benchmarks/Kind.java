package gradus.benchmarks;

/** What people hand in. */
enum Kind {
    RIGHT("passed", "", ""),
    MISTAKE(
            "failed",
            "return Matrix.times(Matrix.minusRow(X, mean)",
            "return Matrix.times(Matrix.minusRow(X, Matrix.columnMeans(X))"),
    NOT_STARTED("not-attempted", "", ""),
    DOES_NOT_COMPILE("does-not-compile", "(scores, components), mean);", "(scores, components), mean)"),
    EXCEPTION("failed", "double[] mean = Matrix.columnMeans(X);", "double[] mean = {}; mean[X.length] = 1;"),
    LOOP("timed-out", "double[][] Z =", "while (X.length > 0) {} double[][] Z =");

    private final String outcome;
    private final String replace;
    private final String with;

    Kind(String outcome, String replace, String with) {
        this.outcome = outcome;
        this.replace = replace;
        this.with = with;
    }

    /** The word for what becomes of it. */
    String outcome() {
        return outcome;
    }

    String of(PcaWorkspace workspace) {
        if (this == NOT_STARTED) {
            return workspace.starter();
        }
        if (!workspace.right().contains(replace)) {
            throw new Failed("The reference of " + PcaWorkspace.ROOM + " no longer has '" + replace + "' in it.");
        }
        return workspace.right().replace(replace, with);
    }
}
