package gradus.grader.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The workspace could not be read or written. The message says what to do. */
public final class WorkspaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkspaceException(Path file, String what, IOException cause) {
        super(
                file + " cannot be " + what + " (" + reason(cause) + "). Choose another folder with --workspace DIR.",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
