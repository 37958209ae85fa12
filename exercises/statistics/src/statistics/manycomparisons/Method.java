package statistics.manycomparisons;

/** What is done about many p-values. */
public enum Method {
    /** Nothing. */
    NONE,
    /** {@link Adjust#bonferroni}. */
    BONFERRONI,
    /** {@link Adjust#holm}. */
    HOLM,
    /** {@link Adjust#benjaminiHochberg}. */
    BENJAMINI_HOCHBERG
}
