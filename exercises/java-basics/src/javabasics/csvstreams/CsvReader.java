package javabasics.csvstreams;

import gradus.datasets.Datasets;
import gradus.kit.Require;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row, and never more of it than was asked for: the file may be larger than memory.
 *
 * <p>A row stands on a line, its fields between delimiters. A field that holds a delimiter, a quote or a line break
 * stands in quotes, and a quote inside of it is doubled. All rows have as many fields as the first. Empty lines are
 * left out.
 *
 * <p>Source: Y. Shafranovich, <i>Common Format and MIME Type for CSV Files</i>, RFC 4180, 2005, §2; on closing: J.
 * Bloch, <i>Effective Java</i>, 3rd ed., Addison-Wesley 2018, item 9.
 */
public final class CsvReader implements Iterable<Row>, AutoCloseable {
    private static final char QUOTE = '"';

    private final Iterator<String> lines;
    private final Runnable onClose;
    private final char delimiter;

    /** The line that was read last, from 1; 0 before the first. */
    private int line;

    /** How many fields the first row has; 0 before it was read. */
    private int width;

    private boolean isClosed;

    /**
     * A reader that stands before the first row. Nothing is read yet.
     *
     * @param lines of the table, without their line ends
     * @param onClose closes what the lines come from
     * @param delimiter what stands between two fields, for example {@code ';'}
     */
    public CsvReader(Iterator<String> lines, Runnable onClose, char delimiter) {
        this.lines = lines;
        this.onClose = onClose;
        this.delimiter = delimiter;
    }

    /**
     * A reader of a file of the data folder.
     *
     * @param path set and file, for example {@code titanic/train.csv}
     * @throws gradus.kit.NoData if the data folder has no such file
     */
    public static CsvReader ofDataset(String path, char delimiter) {
        BufferedReader text = new BufferedReader(new InputStreamReader(Datasets.open(path), StandardCharsets.UTF_8));
        Runnable onClose = () -> {
            try {
                text.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return new CsvReader(text.lines().iterator(), onClose, delimiter);
    }

    /**
     * Splits the text of one row. Spaces belong to their field.
     *
     * @param text of the row, with line breaks where a quoted field has some; none at its end
     * @throws IllegalArgumentException if a quote is not closed, if anything but a delimiter follows a closing quote,
     *     or if a quote stands inside of a field that does not begin with one
     */
    public static List<String> fields(String text, char delimiter) {
        // begin solution: go through the characters once, and remember whether you are between quotes
        String row = text + delimiter;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        boolean isOpen = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (isOpen && c == QUOTE && row.charAt(i + 1) == QUOTE) {
                field.append(QUOTE);
                i++;
            } else if (isOpen && c == QUOTE) {
                isOpen = false;
            } else if (isOpen) {
                field.append(c);
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                isQuoted = false;
            } else if (c == QUOTE && field.isEmpty() && !isQuoted) {
                isQuoted = true;
                isOpen = true;
            } else {
                Require.that(!isQuoted, "a closing quote must be followed by '%c', but was by '%c'", delimiter, c);
                Require.that(c != QUOTE, "a quote must stand at the beginning of a field, but stood after '%s'", field);
                field.append(c);
            }
        }
        Require.that(!isOpen, "a quote is not closed");
        return fields;
        // end solution
    }

    /**
     * Reads the next row. A row whose number of quotes is odd goes on in the next line, after a {@code '\n'}.
     *
     * @return null at the end of the table
     * @throws MalformedRowException if {@link #fields} refuses the row, or it has another number of fields than the
     *     first; the next call then reads the row after it
     * @throws IllegalStateException if this reader is closed
     */
    public @Nullable Row readRow() {
        if (isClosed) {
            throw new IllegalStateException("the reader is closed");
        }
        // begin solution: skip empty lines, take the lines of one row, split them, and say which line is to blame
        String text = "";
        while (text.isEmpty()) {
            if (!lines.hasNext()) {
                return null;
            }
            text = nextLine();
        }
        int first = line;
        while (text.chars().filter(c -> c == QUOTE).count() % 2 == 1 && lines.hasNext()) {
            text += "\n" + nextLine();
        }
        try {
            List<String> fields = fields(text, delimiter);
            width = width == 0 ? fields.size() : width;
            Require.that(fields.size() == width, "the row must have %d fields, but has %d", width, fields.size());
            return new Row(first, fields);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException(first, e);
        }
        // end solution
    }

    // begin solution: a helper that takes one line and counts it
    private String nextLine() {
        line++;
        return lines.next();
    }
    // end solution

    /**
     * The rows that have not been read yet, for one loop. It reads a row when it is asked whether there is one, and
     * only if it does not know yet.
     */
    @Override
    public Iterator<Row> iterator() {
        // begin solution: an iterator that reads a row when it is asked for one, and keeps it until it is taken
        return new Iterator<>() {
            private Optional<Row> ahead = Optional.empty();

            @Override
            public boolean hasNext() {
                if (ahead.isEmpty()) {
                    ahead = Optional.ofNullable(readRow());
                }
                return ahead.isPresent();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the table has no more rows");
                }
                Row row = ahead.orElseThrow();
                ahead = Optional.empty();
                return row;
            }
        };
        // end solution
    }

    /** Closes what the lines come from, if that has not been done. From then on no row can be read. */
    @Override
    public void close() {
        // begin solution: run onClose the first time, and nothing after that
        if (!isClosed) {
            isClosed = true;
            onClose.run();
        }
        // end solution
    }

    /**
     * Lets a task read a table, and closes it whatever happens. If both the task and closing fail, what the task threw
     * is thrown.
     *
     * @return what the task returned
     */
    public static <T> T read(Iterator<String> lines, Runnable onClose, char delimiter, Function<CsvReader, T> task) {
        // begin solution: try-with-resources
        try (CsvReader reader = new CsvReader(lines, onClose, delimiter)) {
            return task.apply(reader);
        }
        // end solution
    }
}
