package javabasics.callwrappers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javabasics.csvstreams.CsvReader;

/**
 * A table in a temporary file, for rows that are too many to keep. Close it, and the file is gone.
 *
 * <p>Source: Y. Shafranovich, <i>Common Format and MIME Type for CSV Files</i>, RFC 4180, 2005, §2; J. Bloch,
 * <i>Effective Java</i>, 3rd ed., Addison-Wesley 2018, item 9.
 */
public final class CsvFile implements AutoCloseable {
    private final Path path;
    private final char delimiter;

    private CsvFile(Path path, char delimiter) {
        this.path = path;
        this.delimiter = delimiter;
    }

    /**
     * Writes one row so that {@link CsvReader#fields} reads it back. A field that is empty, or holds the delimiter, a
     * quote or a line break ({@code '\n'}), stands in quotes, and quotes inside of it are doubled; no other field is
     * changed.
     *
     * @param fields (nFields) at least one
     */
    public static String line(List<String> fields, char delimiter) {
        // begin solution: quote the fields that need it, put the delimiter between them
        return fields.stream()
                .map(field -> field.isEmpty() || field.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n')
                        ? '"' + field.replace("\"", "\"\"") + '"'
                        : field)
                .collect(Collectors.joining(String.valueOf(delimiter)));
        // end solution
    }

    /**
     * Writes rows to a new temporary file, in UTF-8, one after the other.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public static CsvFile write(Iterable<List<String>> rows, char delimiter) {
        // begin solution: make a temporary file, write every row on a line of its own, close the file
        try {
            CsvFile file = new CsvFile(Files.createTempFile("rows", ".csv"), delimiter);
            try (BufferedWriter out = Files.newBufferedWriter(file.path)) {
                for (List<String> row : rows) {
                    out.write(line(row, delimiter));
                    out.newLine();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // end solution
    }

    /**
     * Opens the file for reading, as often as you like. Close the reader, and it lets go of the file.
     *
     * @throws UncheckedIOException if the file can't be read
     */
    public CsvReader open() {
        // begin solution: read the lines of the file, and hand on how to close them
        try {
            Stream<String> lines = Files.lines(path);
            return new CsvReader(lines.iterator(), lines::close, delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // end solution
    }

    /** Whether the file is there. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Deletes the file, if that has not been done.
     *
     * @throws UncheckedIOException if it can't be deleted
     */
    @Override
    public void close() {
        // begin solution: delete the file if it is there
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // end solution
    }
}
