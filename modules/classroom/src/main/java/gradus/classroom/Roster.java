package gradus.classroom;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everybody in the class.
 *
 * @param people in the order of their names
 */
public record Roster(List<Person> people) {
    private static final List<String> OWN = List.of("id", "name", "email");
    private static final int MAX_BYTES = 8 << 20;

    /**
     * Reads the roster of a class.
     *
     * @throws Trouble if there is none, or it breaks a rule
     */
    public static Roster of(Course course) {
        if (!Files.isRegularFile(course.roster())) {
            throw new Trouble("This class has no roster yet. 'gradus class roster import FILE.csv' takes one over from"
                    + " Canvas, Moodle or Gradescope.");
        }
        return RosterImport.read(course.roster()).roster();
    }

    /** Somebody, by their id without regard to case. */
    public Optional<Person> person(String id) {
        return people.stream()
                .filter(person -> person.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Writes the roster where {@link #of} reads it. */
    public void write(Course course) throws IOException {
        TreeSet<String> columns = new TreeSet<>();
        people.forEach(person -> columns.addAll(person.columns().keySet()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> header = new ArrayList<>(OWN);
            header.addAll(columns);
            csv.writeRecord(header);
            for (Person person : people) {
                List<String> values = new ArrayList<>(List.of(person.id(), person.name(), person.email()));
                columns.forEach(column -> values.add(person.column(column)));
                csv.writeRecord(values);
            }
        }
        AtomicFiles.write(course.roster(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A row of a table, by the names of its columns, with its line for messages. */
    record Row(long line, Map<String, String> values) {
        /** The first of some columns that says something, or nothing. */
        String first(String... columns) {
            for (String column : columns) {
                String value =
                        values.getOrDefault(column.toLowerCase(Locale.ROOT), "").strip();
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }
    }

    /** A table with a header. */
    record Sheet(List<String> columns, List<Row> rows) {
        boolean has(String... names) {
            return List.of(names).stream()
                    .allMatch(name -> columns.stream().anyMatch(column -> column.equalsIgnoreCase(name)));
        }

        /**
         * Reads a table.
         *
         * @throws Trouble if it is none, or not in UTF-8
         */
        static Sheet read(Path file) {
            try {
                if (Files.size(file) > MAX_BYTES) {
                    throw new Trouble(file + " has more than " + (MAX_BYTES >> 20) + " MiB, which no roster has.");
                }
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString()
                        .replaceFirst("^\uFEFF", "");
                return parse(file, text);
            } catch (CharacterCodingException e) {
                throw new Trouble(file + " is not in UTF-8. Export it again as 'CSV UTF-8'.", e);
            } catch (CsvParseException e) {
                throw new Trouble(file + " is not a table of comma-separated values: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new Trouble(file + " cannot be read: " + e.getMessage(), e);
            }
        }

        private static Sheet parse(Path file, String text) throws IOException {
            String first = text.lines().findFirst().orElse("");
            char separator = first.contains(";") && !first.contains(",") ? ';' : first.contains("\t") ? '\t' : ',';
            List<CsvRecord> records = new ArrayList<>();
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text)) {
                csv.forEach(records::add);
            }
            if (records.isEmpty()) {
                throw new Trouble(file + " is empty; its first line must name the columns.");
            }
            List<String> columns =
                    records.get(0).getFields().stream().map(String::strip).toList();
            List<Row> rows = records.subList(1, records.size()).stream()
                    .map(record -> row(columns, record))
                    .toList();
            return new Sheet(columns, rows);
        }

        private static Row row(List<String> columns, CsvRecord record) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
                values.putIfAbsent(columns.get(i).toLowerCase(Locale.ROOT), record.getField(i));
            }
            return new Row(record.getStartingLineNumber(), values);
        }
    }
}
