package gradus.classroom.similar;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody's work is not compared. */
public enum LeftOut {
    SYNTAX("does not parse as Java"),
    LONG("is much longer than anybody writes for this room"),
    HEAVY("could not be parsed within the limits of time and memory"),
    LITTLE("has little beyond the starter");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /** What holds for the work, such as "does not parse as Java". */
    public String words() {
        return words;
    }

    /** The word that stands for it in files. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<LeftOut> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
