package gradus.datasets;

import java.io.IOException;

/** A file could not be fetched. The message is for the user: it says why, and what to do. */
public final class DownloadFailed extends IOException {
    private static final long serialVersionUID = 1;

    DownloadFailed(String message) {
        super(message);
    }

    DownloadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
