package gradus.kit;

/** A data set is neither in the lab nor in the cache. The message names the set and says how to get it. */
public final class NoData extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoData(String message) {
        super(message);
    }
}
