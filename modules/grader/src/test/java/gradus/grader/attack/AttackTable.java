package gradus.grader.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as the table in {@code docs/security.md}. Each defence has a file, a line for each attack. */
final class AttackTable {
    private static final String BEGIN = "<!-- attacks begin -->\n";
    private static final String END = "<!-- attacks end -->";
    private static final String BETWEEN = "\t";
    private static final int PARTS = 3;

    /** What came of one attack with each defence. */
    private record Row(String family, String tries, Map<Defence, String> results) {}

    private AttackTable() {}

    /** Writes the files of the defences that were tried. */
    static void write(Path folder, List<Result> results) throws IOException {
        Files.createDirectories(folder);
        Map<Defence, List<Result>> byDefence = results.stream().collect(Collectors.groupingBy(Result::defence));
        for (Map.Entry<Defence, List<Result>> defence : byDefence.entrySet()) {
            List<String> lines =
                    defence.getValue().stream().map(AttackTable::line).sorted().toList();
            Files.write(folder.resolve(defence.getKey().name()), lines);
        }
    }

    private static String line(Result result) {
        Attack attack = result.attack();
        return Stream.of(attack.family() + "/" + attack.name(), attack.tries(), result.inWords())
                .map(part -> part.replaceAll("\\s+", " "))
                .collect(Collectors.joining(BETWEEN));
    }

    /** One line for each attack, with what came of it for each defence of which there is a file. */
    static String of(Path folder) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        List<Defence> defences = new ArrayList<>();
        for (Defence defence : Defence.values()) {
            Path file = folder.resolve(defence.name());
            if (!Files.exists(file)) {
                continue;
            }
            defences.add(defence);
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(BETWEEN, PARTS);
                String family = parts[0].substring(0, parts[0].indexOf('/'));
                rows.computeIfAbsent(parts[0], name -> new Row(family, parts[1], new EnumMap<>(Defence.class)))
                        .results()
                        .put(defence, parts[2]);
            }
        }
        StringBuilder table = new StringBuilder("| Family | It tries to |");
        defences.forEach(defence -> table.append(' ').append(defence.word()).append(" |"));
        table.append("\n|---|---|").append("---|".repeat(defences.size()));
        for (Row row : rows.values()) {
            table.append("\n| ")
                    .append(row.family())
                    .append(" | ")
                    .append(row.tries().replaceFirst("^Tries to ", ""))
                    .append(" |");
            defences.forEach(defence -> table.append(' ')
                    .append(row.results().getOrDefault(defence, "the same as plain"))
                    .append(" |"));
        }
        return table.append('\n').toString();
    }

    /** Puts the table of what test runs wrote into the page: {@code AttackTable FOLDER PAGE}. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(page, text.substring(0, begin) + of(Path.of(arguments[0])) + text.substring(end));
    }
}
