package linearalgebra.linearsolvers;

/** A matrix has no inverse, as far as its digits tell. */
public final class SingularMatrix extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SingularMatrix(String message) {
        super(message);
    }
}
