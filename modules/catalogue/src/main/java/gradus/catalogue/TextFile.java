package gradus.catalogue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the catalogue's own small files: UTF-8, at most 1 MiB, lines ending in a line feed. */
final class TextFile {
    static final int MAX_BYTES = 1 << 20;

    private TextFile() {}

    static String read(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new CatalogueException(
                        file, String.format("must have at most %d bytes, but has %d", MAX_BYTES, size));
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (NoSuchFileException e) {
            throw new CatalogueException(file, "this file is missing", e);
        } catch (CharacterCodingException e) {
            throw new CatalogueException(file, "this file is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new CatalogueException(file, "this file cannot be read: " + e.getMessage(), e);
        }
    }
}
