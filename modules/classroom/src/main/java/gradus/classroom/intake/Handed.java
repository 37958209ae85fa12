package gradus.classroom.intake;

import gradus.classroom.Digest;
import java.time.Instant;
import java.util.SortedMap;

/** What somebody handed in, as it was found. */
sealed interface Handed {
    /** What it was found under: the name of a folder, an archive or a clone. */
    String label();

    /**
     * Files.
     *
     * @param files bytes by path, with slashes
     * @param received when it came, as far as can be told
     * @param origin where it was found and how its time is known, in words
     */
    record Files(String label, SortedMap<String, byte[]> files, Instant received, String origin) implements Handed {
        /** SHA-256 of paths and contents. */
        String digest() {
            Digest digest = new Digest();
            files.forEach((path, bytes) -> digest.with(path).with(bytes));
            return digest.hex();
        }
    }

    /** It is not taken. */
    record Refused(String label, String reason) implements Handed {}
}
