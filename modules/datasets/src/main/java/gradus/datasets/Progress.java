package gradus.datasets;

/** Hears how far a download is. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (bytes, total) -> {};

    /**
     * Called for every piece that arrives.
     *
     * @param bytes how many bytes are here, those of an earlier attempt included
     * @param total how many there will be
     */
    void at(long bytes, long total);
}
