package javabasics.lazystreams;

import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javabasics.csvstreams.CsvReader;
import javabasics.csvstreams.Row;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A census: people by education, and how many rows are read to find the first few of one education. */
public final class LazyFigure implements Figure<LazyFigure.Series> {
    private static final String REAL = "adult";
    private static final String MADE_UP = "made up";
    private static final int EDUCATION = 3;
    private static final int N_MADE_UP = 3000;
    private static final List<String> LEVELS =
            List.of("HS-grad", "Some-college", "Bachelors", "Masters", "Assoc-voc", "11th", "Doctorate", "Preschool");
    private static final double[] SHARES = {0.37, 0.26, 0.19, 0.06, 0.05, 0.045, 0.015, 0.01};

    /**
     * What was counted and found.
     *
     * @param data which data these are
     * @param levels (nLevels) of education, most frequent first
     * @param counts (nLevels) people
     * @param rows (nFound) rows read when the first, second, … of the chosen education was found
     */
    public record Series(String data, List<String> levels, double[] counts, double[] rows) {
        double total() {
            return Arrays.stream(counts).sum();
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("education", "education to look for", LEVELS, "Doctorate"),
                new Range("limit", "how many to find", "", 1, 20, 1, 10),
                new Choice("data", "census; made up where 'adult' is not at hand", List.of(REAL, MADE_UP), REAL));
    }

    @Override
    public Series series(Values values) {
        if (values.choice("data").equals(REAL)) {
            try (CsvReader first = CsvReader.ofDataset("adult/adult-train.csv", ',');
                    CsvReader second = CsvReader.ofDataset("adult/adult-train.csv", ',')) {
                return series(values, REAL, first, second);
            } catch (NoData e) {
                return madeUp(values);
            }
        }
        return madeUp(values);
    }

    private static Series madeUp(Values values) {
        SplittableRandom random = new SplittableRandom(5);
        List<Row> rows = IntStream.rangeClosed(1, N_MADE_UP)
                .mapToObj(line -> new Row(line, List.of("39", " Private", " 100000", " " + level(random))))
                .toList();
        return series(values, MADE_UP, rows, rows);
    }

    private static String level(SplittableRandom random) {
        double left = random.nextDouble();
        int k = 0;
        while (k < SHARES.length - 1 && left >= SHARES[k]) {
            left -= SHARES[k];
            k++;
        }
        return LEVELS.get(k);
    }

    private static Series series(Values values, String data, Iterable<Row> all, Iterable<Row> some) {
        Map<String, Long> counts = Lazy.of(all).countBy(Columns.column(EDUCATION));
        List<Map.Entry<String, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        String education = values.choice("education");
        int[] nRead = new int[1];
        List<Double> rows = new ArrayList<>();
        for (Row row : Lazy.of(some)
                .map(any -> {
                    nRead[0]++;
                    return any;
                })
                .filter(any -> any.fields().get(EDUCATION).strip().equals(education))
                .limit(values.whole("limit"))) {
            Require.that(row.fields().get(EDUCATION).contains(education), "filter let pass %s", row);
            rows.add((double) nRead[0]);
        }
        return new Series(
                data,
                sorted.stream().map(Map.Entry::getKey).toList(),
                sorted.stream().mapToDouble(Map.Entry::getValue).toArray(),
                rows.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A census, and how little of it must be read",
                List.of(groups(yours, reference), reads(values, yours, reference)),
                description(values, yours, reference));
    }

    private static CategoryChart groups(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("People by education" + origin(yours), "education", "people");
        chart.getStyler().setXAxisLabelRotation(60).setXAxisMaxLabelCount(16);
        if (!yours.levels.isEmpty()) {
            Style.bars(chart, "counted", yours.levels, boxed(yours.counts));
        }
        if (reference != null) {
            Style.referenceBars(chart, "reference", reference.levels, boxed(reference.counts));
        }
        return chart;
    }

    private static String origin(Series series) {
        return series.data.equals(REAL) ? ", 1994" : " (made up)";
    }

    private static XYChart reads(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Rows read", "people found whose education is " + values.choice("education"), "rows");
        Style.logarithmicY(chart);
        int limit = values.whole("limit");
        Style.rangeX(chart, 0, Math.max(2, limit));
        chart.getStyler().setYAxisMin(1.0).setYAxisMax(100_000.0);
        double total = (reference == null ? yours : reference).total();
        if (total > 0) {
            Style.line(chart, "all rows", 4, new double[] {0, Math.max(2, limit)}, new double[] {total, total});
        }
        if (yours.rows.length > 0) {
            Style.path(chart, "rows read", 0, found(yours), yours.rows);
        }
        if (reference != null && reference.rows.length > 0) {
            Style.referenceLine(chart, found(reference), reference.rows);
        }
        return chart;
    }

    private static double[] found(Series series) {
        return IntStream.rangeClosed(1, series.rows.length).asDoubleStream().toArray();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: %.0f people of a census%s by education; %s. Right: to find the first %d whose education is %s,"
                        + " %s.",
                yours.total(),
                yours.data.equals(REAL) ? " of 1994" : " that is made up",
                yours.levels.isEmpty()
                        ? "none were counted"
                        : String.format(
                                Locale.ROOT,
                                "most, %.0f, have %s, fewest, %.0f, %s",
                                yours.counts[0],
                                yours.levels.get(0),
                                yours.counts[yours.counts.length - 1],
                                yours.levels.get(yours.levels.size() - 1)),
                values.whole("limit"),
                values.choice("education"),
                readInWords(yours));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String readInWords(Series series) {
        int n = series.rows.length;
        return n == 0
                ? "nothing was found"
                : String.format(Locale.ROOT, "%.0f rows were read, for %d of them", series.rows[n - 1], n);
    }

    private static String comparison(Series yours, Series reference) {
        return yours.levels.equals(reference.levels)
                        && Arrays.equals(yours.counts, reference.counts)
                        && Arrays.equals(yours.rows, reference.rows)
                ? "You count and read what the reference does."
                : String.format(
                        Locale.ROOT,
                        "The reference counts %.0f people; in it, %s.",
                        reference.total(),
                        readInWords(reference));
    }
}
