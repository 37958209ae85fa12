package arraysandtables.tablesawtables;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A year of ringing, made up: mean mass by month, and by bird and sex. */
public final class BirdsFigure implements Figure<BirdsFigure.Series> {
    private static final List<String> BIRDS = List.of("blackbird", "starling", "thrush");
    private static final List<String> SEXES = List.of("f", "m");
    private static final double[] MASSES = {96, 80, 70};

    /**
     * What was computed.
     *
     * @param months (3, nMonths) month of each bird's means, from 1 to 12
     * @param means (3, nMonths) in g
     * @param names (6) bird and sex
     * @param heights (6) means in g
     */
    public record Series(double[][] months, double[][] means, List<String> names, List<Double> heights) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("birds", "birds of a kind ringed each month", "", 2, 60, 2, 10),
                new Range("gaps", "not weighed", "%", 0, 80, 10, 10),
                new Range("seed", "seed of the birds", "", 1, 20, 1, 1));
    }

    @Override
    public Series series(Values values) {
        String[] lists = new String[BIRDS.size()];
        Arrays.setAll(lists, k -> list(values, k));
        double[][] months = new double[lists.length][];
        double[][] means = new double[lists.length][];
        for (int k = 0; k < lists.length; k++) {
            List<List<String>> rows = Birds.monthly("bird,sex,mass,day\n" + lists[k], "day", "mass").stream()
                    .filter(row -> !row.get(1).isEmpty())
                    .toList();
            months[k] = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get(0).substring(5)))
                    .toArray();
            means[k] = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get(1)))
                    .toArray();
        }
        List<List<String>> crossed =
                Birds.crossed("bird,sex,mass,day\n" + String.join("", lists), "bird", "sex", "mass", SEXES);
        Require.that(crossed.size() == BIRDS.size(), "crossed must have %d rows", BIRDS.size());
        return new Series(
                months,
                means,
                crossed.stream()
                        .flatMap(row -> SEXES.stream().map(sex -> row.get(0) + " " + sex))
                        .toList(),
                crossed.stream()
                        .flatMap(row -> row.subList(1, 3).stream())
                        .map(text -> text.isEmpty() ? 0 : Double.parseDouble(text))
                        .toList());
    }

    /** Lines of a list. Birds are heavier in winter, and males a little heavier than females. */
    private static String list(Values values, int kind) {
        SplittableRandom random = new SplittableRandom(100L * values.whole("seed") + kind);
        StringBuilder lines = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            for (int i = 0; i < values.whole("birds"); i++) {
                int sex = random.nextInt(2);
                double mass = MASSES[kind]
                        + 6 * Math.cos(2 * Math.PI * (month - 1) / 12)
                        + 3 * sex
                        + 7 * random.nextGaussian();
                boolean isKnown = random.nextDouble() >= values.number("gaps") / 100 || i == 0;
                lines.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,2021-%02d-%02d\n",
                        BIRDS.get(kind),
                        SEXES.get(sex),
                        isKnown ? String.format(Locale.ROOT, "%.1f", mass) : "?",
                        month,
                        random.nextInt(1, 29)));
            }
        }
        return lines.toString();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A year of ringing; birds made up",
                List.of(months(yours, reference), crossed(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart months(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Mean mass by month", "month", "mass (g)");
        Style.rangeX(chart, 1, 12);
        chart.getStyler().setYAxisMin(55.0).setYAxisMax(115.0);
        for (int k = 0; k < BIRDS.size(); k++) {
            if (yours.months[k].length > 0) {
                Style.path(chart, BIRDS.get(k), k, yours.months[k], yours.means[k]);
            }
            if (reference != null) {
                Style.referenceLine(chart, reference.months[k], reference.means[k]);
            }
        }
        return chart;
    }

    private static CategoryChart crossed(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Mean mass by bird and sex", "bird and sex", "mass (g)");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(115.0);
        for (int sex = 0; sex < SEXES.size(); sex++) {
            int chosen = sex;
            Style.bars(
                    chart,
                    sex == 0 ? "female" : "male",
                    sex,
                    yours.names,
                    IntStream.range(0, yours.heights.size())
                            .mapToObj(k -> k % 2 == chosen ? yours.heights.get(k) : Double.valueOf(0))
                            .toList());
        }
        if (reference != null) {
            Style.referenceBars(chart, "reference", reference.names, reference.heights);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "%d birds of each of three kinds are ringed a month, %s %% of them not weighed. Left: mean masses by month;"
                        + " blackbirds go from %.1f to %.1f g. Right: means by bird and sex in g: %s.",
                values.whole("birds"),
                values.choice("gaps"),
                Arrays.stream(yours.means[0]).min().orElse(Double.NaN),
                Arrays.stream(yours.means[0]).max().orElse(Double.NaN),
                String.join(
                        ", ",
                        IntStream.range(0, yours.names.size())
                                .mapToObj(k ->
                                        String.format(Locale.ROOT, "%s %.1f", yours.names.get(k), yours.heights.get(k)))
                                .toList()));
        if (reference == null) {
            return words;
        }
        return words
                + (Arrays.deepEquals(yours.means, reference.means) && yours.heights.equals(reference.heights)
                        ? " The reference has the same means."
                        : " The reference has other means.");
    }
}
