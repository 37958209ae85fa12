package gradus.datasets;

/** What a user may do with a set, and so what is asked before it is fetched. */
public enum LicenceClass {
    /** Free, with attribution at most. */
    A("free to use, with attribution at most"),
    /** Share-alike, no-derivatives, or a mixture: the licence is shown when the set is fetched. */
    B("free to use under the terms named; nothing derived from it is shipped with the lab"),
    /** For research or non-commercial use, or no licence is stated: the terms must be accepted first. */
    C("restricted or unclear terms, which you accept before it is fetched");

    private final String meaning;

    LicenceClass(String meaning) {
        this.meaning = meaning;
    }

    /** The class in words. */
    public String meaning() {
        return meaning;
    }
}
