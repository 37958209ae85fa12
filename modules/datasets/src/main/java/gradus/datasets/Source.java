package gradus.datasets;

import gradus.kit.Require;
import java.net.URI;
import java.util.List;

/** Where a file can be had. */
public sealed interface Source {
    /**
     * An address on the network.
     *
     * @param uri http or https, with a host
     */
    record Address(URI uri) implements Source {
        /**
         * An address.
         *
         * @throws IllegalArgumentException if it is not http or https
         */
        public Address {
            Require.that(
                    uri.getScheme() != null
                            && List.of("http", "https").contains(uri.getScheme())
                            && uri.getHost() != null,
                    "an address must begin with https:// or http://, but was '%s'",
                    uri);
        }

        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /**
     * A member of an archive that is itself a file of the set.
     *
     * @param archive path of the archive, for example {@code ml-100k/ml-100k.zip}
     * @param name name of the member in it
     */
    record Member(String archive, String name) implements Source {
        @Override
        public String toString() {
            return name + " in " + archive;
        }
    }
}
