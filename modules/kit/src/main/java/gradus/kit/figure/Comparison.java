package gradus.kit.figure;

/** What a description says of the reference. */
public final class Comparison {
    private Comparison() {}

    /**
     * Compares what is said of the learner's series with what is said of the reference's.
     *
     * @param yours some words, with or without a full stop
     * @param reference the same of the reference
     * @return one or more sentences
     */
    public static String of(String yours, String reference) {
        if (yours.equals(reference)) {
            return "The reference agrees.";
        }
        return "The reference: " + reference + (reference.endsWith(".") ? "" : ".");
    }
}
