package gradus.catalogue;

import java.nio.file.Path;

/** A file of the catalogue breaks a rule. The message names the file, the line where it is known, and what to do. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueException(Path file, String problem) {
        super(file + ": " + problem);
    }

    CatalogueException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    CatalogueException(Path file, String problem, Exception cause) {
        super(file + ": " + problem, cause);
    }
}
