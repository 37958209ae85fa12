package gradus.classroom;

import gradus.datasets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of several parts, each with its length, so that no two lists of parts share one. */
public final class Digest {
    private final MessageDigest digest = Sha256.digest();

    public Digest with(byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(part);
        return this;
    }

    public Digest with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    /** In 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
