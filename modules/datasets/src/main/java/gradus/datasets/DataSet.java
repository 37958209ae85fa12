package gradus.datasets;

import gradus.kit.Require;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A data set that the lab knows.
 *
 * @param name for example {@code mnist}; also the name of its folder
 * @param title what it is, in a few words
 * @param licence the licence in one sentence, without a full stop
 * @param licenceText address of the licence's text; empty where there is none
 * @param source authors, publication and home
 * @param units units of the values, where they are of use; else empty
 * @param files its files, ordered by path
 */
public record DataSet(
        String name,
        String title,
        LicenceClass licenceClass,
        String licence,
        String licenceText,
        String source,
        String units,
        List<DataFile> files) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * A data set.
     *
     * @throws IllegalArgumentException if the name is not plain, a text that must be there is blank, or a file is not
     *     in the set's folder, or is got from an archive that is not a file of the set
     */
    public DataSet {
        files = List.copyOf(files);
        Require.that(
                NAME.matcher(name).matches(),
                "the name of a set must be small letters, digits and hyphens, but was '%s'",
                name);
        Require.that(!title.isBlank() && !licence.isBlank() && !source.isBlank(), "%s must have all its texts", name);
        Require.that(!files.isEmpty(), "%s must have at least 1 file, but has none", name);
        for (DataFile file : files) {
            Require.that(file.set().equals(name), "%s must be in the folder %s", file.path(), name);
            for (Source from : file.sources()) {
                Require.that(
                        !(from instanceof Source.Member member)
                                || files.stream().anyMatch(other -> other.path().equals(member.archive())),
                        "%s comes from %s, which is not a file of the set",
                        file.path(),
                        from);
            }
        }
    }

    /** The file of that path, for example {@code mnist/t10k-labels-idx1-ubyte.gz}. */
    public Optional<DataFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Whether at least one of its files can be fetched. */
    public boolean isOffered() {
        return files.stream().anyMatch(DataFile::isOffered);
    }
}
