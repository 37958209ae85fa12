package gradus.datasets;

import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sets of class C the user has accepted: {@code accepted.tsv} in the data folder, with the date and the terms. A
 * set whose terms have changed since is asked for anew.
 */
public final class Consents {
    private static final List<String> COLUMNS = List.of("set", "date", "terms");

    private final Path file;

    /** The consents that stand in a data folder. */
    public Consents(DataFolder folder) {
        this.file = folder.path().resolve("accepted.tsv");
    }

    /**
     * Whether the set may be fetched.
     *
     * @throws IOException if the consents can't be read; the message says what to do
     */
    public boolean covers(DataSet set) throws IOException {
        return set.licenceClass() != LicenceClass.C
                || read().stream()
                        .anyMatch(row ->
                                row.get(0).equals(set.name()) && row.get(2).equals(set.licence()));
    }

    /**
     * Writes down that the user accepts the terms of a set.
     *
     * @throws IOException if it can't be written; the message says what to do
     */
    public void accept(DataSet set, LocalDate date) throws IOException {
        List<List<String>> rows = new ArrayList<>(read());
        rows.removeIf(row -> row.get(0).equals(set.name()));
        rows.add(List.of(set.name(), date.toString(), set.licence()));
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        try {
            AtomicFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(DiskTrouble.cannotWrite(file, e), e);
        }
    }

    private List<List<String>> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Table table = Csv.headed(file.getFileName().toString(), Files.readAllBytes(file));
            if (table.columns().equals(COLUMNS)) {
                return table.rows();
            }
            throw unreadable("its columns must be " + String.join(", ", COLUMNS));
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private IOException unreadable(String reason) {
        return new IOException(file + " cannot be read: " + reason + ". Delete it and accept the sets again.");
    }
}
