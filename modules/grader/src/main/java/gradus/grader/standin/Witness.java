package gradus.grader.standin;

import gradus.worker.WireException;
import org.jspecify.annotations.Nullable;

/** Sees what comes over the wire, whatever a check then makes of it. */
public interface Witness {
    /** Nobody watches. */
    Witness NONE = new Witness() {
        @Override
        public void arrived(Throwable thrown) {}

        @Override
        public void saw(@Nullable Object value) {}

        @Override
        public Throwable broken(WireException problem) {
            return problem;
        }
    };

    /** The other side threw. */
    void arrived(Throwable thrown);

    /** The other side returned a value, or called back with some. */
    void saw(@Nullable Object value);

    /** The other side sent what cannot be read. Returns what to throw in the check. */
    Throwable broken(WireException problem);
}
