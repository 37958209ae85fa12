package gradus.datasets;

import gradus.kit.Require;
import java.util.regex.Pattern;

/**
 * What a file must hold, bit by bit.
 *
 * @param bytes how many bytes, at least 1
 * @param sha256 their SHA-256, 64 small hexadecimal digits
 */
public record Content(long bytes, String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * The content of a file.
     *
     * @throws IllegalArgumentException if there is no byte, or the hash is not one
     */
    public Content {
        Require.that(bytes > 0, "bytes must be > 0, but was %d", bytes);
        Require.that(
                SHA256.matcher(sha256).matches(), "sha256 must be 64 small hexadecimal digits, but was '%s'", sha256);
    }
}
