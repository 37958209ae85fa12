package gradus.grader.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results as the table in {@code docs/security.md}. */
final class AttackTable {
    private static final String BEGIN = "<!-- attacks begin -->\n";
    private static final String END = "<!-- attacks end -->";

    private AttackTable() {}

    static void write(Path file, List<Result> results) throws IOException {
        Files.writeString(file, of(results));
    }

    /** One line for each attack, with what came of it for each defence. */
    static String of(List<Result> results) {
        List<Defence> defences =
                results.stream().map(Result::defence).distinct().sorted().toList();
        Map<String, Map<Defence, Result>> byAttack = results.stream()
                .collect(Collectors.groupingBy(
                        result ->
                                result.attack().family() + "/" + result.attack().name(),
                        TreeMap::new,
                        Collectors.toMap(Result::defence, Function.identity(), (a, b) -> b, TreeMap::new)));
        StringBuilder table = new StringBuilder("| Family | It tries to |");
        defences.forEach(defence -> table.append(' ').append(defence.word()).append(" |"));
        table.append("\n|---|---|").append("---|".repeat(defences.size()));
        byAttack.values().forEach(each -> {
            Attack attack = each.values().iterator().next().attack();
            table.append("\n| ")
                    .append(attack.family())
                    .append(" | ")
                    .append(attack.tries().replaceFirst("^Tries to ", ""))
                    .append(" |");
            defences.forEach(defence -> table.append(' ')
                    .append(each.containsKey(defence) ? each.get(defence).inWords() : "the same as plain")
                    .append(" |"));
        });
        return table.append('\n').toString();
    }

    /** Puts the table that a test run wrote into the page: {@code AttackTable TABLE PAGE}. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(
                page, text.substring(0, begin) + Files.readString(Path.of(arguments[0])) + text.substring(end));
    }
}
