package gradus.datasets;

import java.io.IOException;

/** An address does not give the file, and trying again would not help. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
