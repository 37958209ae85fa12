package gradus.grader.standin;

import gradus.worker.WireException;

/** Sees what comes over the wire, whatever a check then makes of it. */
public interface Witness {
    /** Nobody watches. */
    Witness NONE = new Witness() {
        @Override
        public void arrived(Throwable thrown) {}

        @Override
        public Throwable broken(WireException problem) {
            return problem;
        }
    };

    /** The other side threw. */
    void arrived(Throwable thrown);

    /** The other side sent what cannot be read. Returns what to throw in the check. */
    Throwable broken(WireException problem);
}
