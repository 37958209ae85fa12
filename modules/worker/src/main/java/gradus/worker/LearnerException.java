package gradus.worker;

import org.jspecify.annotations.Nullable;

/** Stands for an exception of the other side whose class does not cross, such as a forged OutOfMemoryError. */
public final class LearnerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    LearnerException(String type, @Nullable String message) {
        super(message == null ? type : type + ": " + message);
        this.type = type;
    }

    /** Class name of the exception over there. */
    public String type() {
        return type;
    }
}
