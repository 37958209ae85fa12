package javabasics.csvstreams;

import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A list of passengers: how many columns are found on each line, and whom that leaves to count. */
public final class CsvReaderFigure implements Figure<CsvReaderFigure.Series> {
    private static final int N_PASSENGERS = 60;
    private static final int N_COLUMNS = 4;
    private static final List<String> TITLES = List.of("Mr.", "Miss", "Mrs.", "Master");
    private static final List<String> FAMILIES = List.of("Aho", "Bell", "Costa", "Duval", "Endres", "Flynn", "Grau");
    private static final List<String> GIVEN = List.of("Alex", "Kim", "Robin", "Sam", "Toni", "Jo (\"Jolly\")");

    /**
     * What was read.
     *
     * @param lines (nRows) on which each row begins
     * @param widths (nRows) how many fields it has
     * @param names (nRows) the second field, or nothing
     * @param problem the message of the exception that ended it, or nothing
     */
    public record Series(int[] lines, int[] widths, List<String> names, String problem) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("delimiter", "between two fields", List.of("comma", "semicolon", "tab"), "comma"),
                new Range("broken", "line whose first quote is missing; 0 for none", "", 0, N_PASSENGERS + 1, 1, 0),
                new Range("nicknames", "passengers with a nickname", "%", 0, 100, 5, 20));
    }

    @Override
    public Series series(Values values) {
        List<Integer> lines = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String problem = "";
        try (CsvReader reader = new CsvReader(table(values).iterator(), () -> {}, delimiter(values))) {
            for (Row row : reader) {
                lines.add(row.line());
                widths.add(row.fields().size());
                names.add(row.fields().size() > 1 ? row.fields().get(1) : "");
            }
        } catch (MalformedRowException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new Series(ints(lines), ints(widths), names, problem);
    }

    private static char delimiter(Values values) {
        return switch (values.choice("delimiter")) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            default -> '\t';
        };
    }

    private static List<String> table(Values values) {
        SplittableRandom random = new SplittableRandom(4);
        String delimiter = String.valueOf(delimiter(values));
        List<String> lines = new ArrayList<>(List.of(String.join(delimiter, "ticket", "name", "class", "fare")));
        for (int i = 0; i < N_PASSENGERS; i++) {
            boolean hasNickname = random.nextDouble() < values.number("nicknames") / 100;
            String given = hasNickname ? GIVEN.get(5).replace("\"", "\"\"") : GIVEN.get(random.nextInt(5));
            String second = random.nextInt(4) == 0 ? ", called Junior" : "";
            lines.add(String.join(
                    delimiter,
                    String.valueOf(1000 + i),
                    '"' + FAMILIES.get(random.nextInt(FAMILIES.size())) + ", " + title(random) + " " + given + second
                            + '"',
                    String.valueOf(random.nextInt(1, 4)),
                    String.valueOf(random.nextInt(7, 90))));
        }
        int broken = values.whole("broken") - 1;
        if (broken >= 0) {
            lines.set(broken, lines.get(broken).replaceFirst("\"", ""));
        }
        return lines;
    }

    private static String title(SplittableRandom random) {
        double draw = random.nextDouble();
        return TITLES.get(draw < 0.5 ? 0 : draw < 0.75 ? 1 : draw < 0.92 ? 2 : 3);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A list of " + N_PASSENGERS + " made-up passengers, and what is read of it",
                List.of(columns(values, yours, reference), titles(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart columns(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Columns found on each line", "line", "columns");
        List<String> table = table(values);
        double[] lines = IntStream.rangeClosed(1, table.size()).asDoubleStream().toArray();
        Style.points(chart, "split", 1, lines, naive(values));
        if (yours.lines.length > 0) {
            Style.points(chart, "rows read", 0, doubles(yours.lines), doubles(yours.widths));
        }
        if (reference != null && reference.lines.length > 0) {
            Style.referencePoints(chart, "reference", doubles(reference.lines), doubles(reference.widths));
        }
        Style.rangeX(chart, 0, table.size());
        int most = Math.max(
                7,
                Math.max(
                        max(yours.widths),
                        (int) Arrays.stream(naive(values)).max().orElse(0) + 1));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax((double) most);
        return chart;
    }

    private static double[] naive(Values values) {
        Pattern delimiter = Pattern.compile(Pattern.quote(String.valueOf(delimiter(values))));
        return table(values).stream()
                .mapToDouble(line -> delimiter.split(line, -1).length)
                .toArray();
    }

    private static CategoryChart titles(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Passengers read, by title", "title in the name", "passengers");
        Style.bars(chart, "rows read", TITLES, counts(yours));
        if (reference != null) {
            Style.referenceBars(chart, "reference", TITLES, counts(reference));
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(40.0);
        return chart;
    }

    /** How many names hold each title. */
    private static List<Double> counts(Series series) {
        var counts = series.names.stream()
                .flatMap(name -> TITLES.stream().filter(title -> name.contains(", " + title + " ")))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return TITLES.stream()
                .map(title -> (double) counts.getOrDefault(title, 0L))
                .toList();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] naive = naive(values);
        long wrong = Arrays.stream(naive).filter(n -> n != N_COLUMNS).count();
        String words = String.format(
                Locale.ROOT,
                "A table of a header and %d made-up passengers with %d columns, separated by a %s. Left: split finds"
                        + " another number of columns on %d of %d lines; %d rows were read%s. Right: among them are %s.",
                N_PASSENGERS,
                N_COLUMNS,
                values.choice("delimiter"),
                wrong,
                naive.length,
                yours.lines.length,
                yours.problem.isEmpty() ? "" : ", then came: " + yours.problem,
                inWords(yours));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String inWords(Series series) {
        List<Double> counts = counts(series);
        return IntStream.range(0, TITLES.size())
                .mapToObj(k -> String.format(Locale.ROOT, "%.0f %s", counts.get(k), TITLES.get(k)))
                .collect(Collectors.joining(", "));
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.lines, reference.lines)
                        && Arrays.equals(yours.widths, reference.widths)
                        && yours.names.equals(reference.names)
                ? "You read what the reference reads."
                : String.format(
                        Locale.ROOT,
                        "The reference reads %d rows%s; among them are %s.",
                        reference.lines.length,
                        reference.problem.isEmpty() ? "" : ", then says: " + reference.problem,
                        inWords(reference));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(int[] numbers) {
        return Arrays.stream(numbers).asDoubleStream().toArray();
    }

    private static int max(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(0) + 1;
    }
}
