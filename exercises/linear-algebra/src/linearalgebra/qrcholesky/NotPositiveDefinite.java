package linearalgebra.qrcholesky;

/** A matrix has a direction x with {@code xᵀ·A·x ≤ 0}, as far as its digits tell. */
public final class NotPositiveDefinite extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotPositiveDefinite(String message) {
        super(message);
    }
}
