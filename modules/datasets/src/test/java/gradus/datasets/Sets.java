package gradus.datasets;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Data sets for tests. */
final class Sets {
    private Sets() {}

    static Content content(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Content(bytes.length, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static DataFile file(String path, byte[] bytes, String... addresses) {
        return new DataFile(
                path,
                List.of(content(bytes)),
                Arrays.stream(addresses)
                        .<Source>map(address -> new Source.Address(URI.create(address)))
                        .toList(),
                "");
    }

    static DataSet set(LicenceClass licenceClass, DataFile... files) {
        return new DataSet(
                files[0].set(), "A title", licenceClass, "some terms", "", "a book", "", Arrays.asList(files));
    }
}
