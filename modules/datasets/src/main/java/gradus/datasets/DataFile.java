package gradus.datasets;

import gradus.kit.Require;
import java.util.List;

/**
 * A file of a data set.
 *
 * @param path set and file, for example {@code mnist/t10k-labels-idx1-ubyte.gz}
 * @param contents the contents that are right, the usual one first; a second one is the same data compressed otherwise
 * @param sources where it can be had, in the order to try; none if it is found only in a folder of the user's own
 * @param note what to know about it; may be empty
 */
public record DataFile(String path, List<Content> contents, List<Source> sources, String note) {
    /**
     * A file.
     *
     * @throws IllegalArgumentException if the path is not a set and a file, or no content is given
     */
    public DataFile {
        DataPath.require(path);
        contents = List.copyOf(contents);
        sources = List.copyOf(sources);
        Require.that(!contents.isEmpty(), "%s must have a size and a SHA-256", path);
    }

    /** The name of the set. */
    public String set() {
        return DataPath.set(path);
    }

    /** The usual size. */
    public long bytes() {
        return contents.get(0).bytes();
    }

    /** The most bytes that it can have. */
    public long maxBytes() {
        return contents.stream().mapToLong(Content::bytes).max().orElseThrow();
    }

    /** Whether it can be fetched. */
    public boolean isOffered() {
        return !sources.isEmpty();
    }

    boolean canHaveSize(long bytes) {
        return contents.stream().anyMatch(content -> content.bytes() == bytes);
    }
}
