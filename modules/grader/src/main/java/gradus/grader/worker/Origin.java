package gradus.grader.worker;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes of the lab were loaded from. */
public final class Origin {
    private Origin() {}

    /** The jar or folder that a class came from. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
