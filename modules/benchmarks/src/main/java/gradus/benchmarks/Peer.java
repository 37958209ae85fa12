package gradus.benchmarks;

import java.util.List;

/** A program that Gradus is measured against. */
sealed interface Peer {
    /**
     * It is here.
     *
     * @param version in its own words
     * @param command how it is called
     */
    record Present(String name, String version, List<String> command) implements Peer {}

    /**
     * It is not here.
     *
     * @param what what is missing
     * @param install how to get it
     */
    record Absent(String what, String install) implements Peer {}
}
