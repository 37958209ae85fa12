package arraysandtables.dataframegroups;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import arraysandtables.dataframegroups.Aggregate.Summary;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Body mass by species and sex, and ten years of nights by month. */
public final class GroupsFigure implements Figure<GroupsFigure.Series> {
    private static final List<String> SPECIES = List.of("Adelie", "Chinstrap", "Gentoo");
    private static final List<String> SEXES = List.of("female", "male");
    private static final double[][] MASSES = {{3369, 4043}, {3527, 3939}, {4680, 5485}};
    private static final int FIRST_YEAR = 1981;

    /**
     * What was computed.
     *
     * @param birds which penguins these are
     * @param names (nGroups) species and sex
     * @param isMale (nGroups)
     * @param heights (nGroups) in g, or birds
     * @param nights which nights these are
     * @param months (nMonths) in years
     * @param means (nMonths) in °C, NaN where one is missing
     */
    public record Series(
            String birds,
            List<String> names,
            List<Boolean> isMale,
            double[] heights,
            String nights,
            double[] months,
            double[] means) {}

    /** A table, and where it comes from. */
    private record Source(String name, Table table) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("summary", "of each group, the", List.of("mean", "min", "max", "count"), "mean"),
                new Range("years", "years of nights", "", 1, 10, 1, 5));
    }

    @Override
    public Series series(Values values) {
        Summary summary = Summary.valueOf(values.choice("summary").toUpperCase(Locale.ROOT));
        Aggregate aggregate = new Aggregate(summary, "body_mass_g");
        Source birds = birds();
        Table groups = Groups.by(birds.table.dropMissing("sex", "body_mass_g"), "species", "sex")
                .agg(aggregate)
                .sortOn("species", "sex");
        double[] heights = groups.column(aggregate.name()).numbers();
        Require.length("agg by species and sex", heights, SPECIES.size() * SEXES.size());
        List<String> sexes = groups.column("sex").texts();

        Source nights = nights();
        String end = String.valueOf(FIRST_YEAR + values.whole("years"));
        Table months = Reports.resampleMonthly(
                nights.table.filterTexts("Date", day -> day.compareTo(end) < 0), "Date", "Temp");
        return new Series(
                birds.name,
                groups.rows().stream()
                        .map(row -> row.get(0) + " " + row.get(1).charAt(0))
                        .toList(),
                sexes.stream().map("male"::equals).toList(),
                heights,
                nights.name,
                years(months.column("month").numbers(), 15),
                months.column("mean(Temp)").numbers());
    }

    private static Source birds() {
        try {
            return new Source("Palmer penguins", Table.ofDataset("penguins/penguins.csv"));
        } catch (NoData e) {
            SplittableRandom random = new SplittableRandom(3);
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < 330; i++) {
                int species = random.nextInt(SPECIES.size());
                int sex = random.nextInt(SEXES.size());
                long mass = Math.round(MASSES[species][sex] + 300 * random.nextGaussian());
                rows.add(List.of(SPECIES.get(species), SEXES.get(sex), String.valueOf(mass)));
            }
            return new Source("made-up penguins", Table.read(List.of("species", "sex", "body_mass_g"), rows));
        }
    }

    private static Source nights() {
        try {
            return new Source("nights in Melbourne", Table.ofDataset("timeseries/daily-min-temperatures.csv"));
        } catch (NoData e) {
            SplittableRandom random = new SplittableRandom(4);
            List<List<String>> rows = IntStream.range(0, 3650)
                    .mapToObj(day -> List.of(
                            LocalDate.of(FIRST_YEAR, 1, 1).plusDays(day).toString(),
                            Type.NUMBER.text(Math.rint(10 * temperature(day, random)) / 10)))
                    .toList();
            return new Source("made-up nights", Table.read(List.of("Date", "Temp"), rows));
        }
    }

    private static double temperature(int day, SplittableRandom random) {
        return 11 + 4 * Math.cos(2 * Math.PI * (day - 25) / 365.25) + 2.7 * random.nextGaussian();
    }

    /** Days since 1970 as years. */
    private static double[] years(double[] days, double later) {
        return Arrays.stream(days).map(day -> 1970 + (day + later) / 365.25).toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Rows put together: by species and sex, by month",
                List.of(groups(values, yours, reference), months(values, yours, reference)),
                description(values, yours, reference));
    }

    private static CategoryChart groups(Values values, Series yours, @Nullable Series reference) {
        String summary = values.choice("summary");
        CategoryChart chart = Style.bars(
                "The " + summary + " of each group of " + yours.birds,
                "species and sex",
                summary.equals("count") ? "birds" : "body mass (g)");
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisMax(1.08 * Arrays.stream(yours.heights).max().orElse(1));
        Style.bars(chart, "female", 0, yours.names, only(yours, false));
        Style.bars(chart, "male", 1, yours.names, only(yours, true));
        if (reference != null) {
            Style.referenceBars(chart, "reference", reference.names, boxed(reference.heights));
        }
        return chart;
    }

    private static List<Double> only(Series series, boolean male) {
        return IntStream.range(0, series.heights.length)
                .mapToObj(k -> series.isMale.get(k) == male ? series.heights[k] : 0)
                .toList();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static XYChart months(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                Character.toUpperCase(yours.nights.charAt(0)) + yours.nights.substring(1),
                "year",
                "lowest temperature (°C)");
        Style.rangeX(chart, FIRST_YEAR, FIRST_YEAR + values.whole("years"));
        chart.getStyler().setYAxisMin(-2.0).setYAxisMax(28.0).setXAxisDecimalPattern("0");
        Table all = nights().table;
        double[] days = all.column("Date").numbers();
        double[] nights = all.column("Temp").numbers();
        int n = Math.min(days.length, (int) (365.25 * values.whole("years")));
        Style.backgroundLine(chart, Arrays.copyOf(years(days, 0.5), n), Arrays.copyOf(nights, n));
        int[] known = IntStream.range(0, yours.means.length)
                .filter(k -> !Double.isNaN(yours.means[k]))
                .toArray();
        if (known.length > 0) {
            Style.path(
                    chart,
                    "means of months",
                    0,
                    Arrays.stream(known).mapToDouble(k -> yours.months[k]).toArray(),
                    Arrays.stream(known).mapToDouble(k -> yours.means[k]).toArray());
        }
        if (reference != null) {
            Style.referenceLine(chart, reference.months, reference.means);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        List<String> bars = IntStream.range(0, yours.names.size())
                .mapToObj(k -> String.format(Locale.ROOT, "%s %.0f", yours.names.get(k), yours.heights[k]))
                .toList();
        String words = String.format(
                Locale.ROOT,
                "Left: %s, grouped by species and sex (f, m); the %s of each group, %s: %s. Right: %d months of %s; the"
                        + " means of months go from %.1f to %.1f °C.",
                yours.birds,
                values.choice("summary"),
                values.choice("summary").equals("count") ? "in birds" : "in g",
                String.join(", ", bars),
                yours.means.length,
                yours.nights,
                Arrays.stream(yours.means).filter(x -> !Double.isNaN(x)).min().orElse(Double.NaN),
                Arrays.stream(yours.means).filter(x -> !Double.isNaN(x)).max().orElse(Double.NaN));
        if (reference == null) {
            return words;
        }
        return words
                + (reference.names.equals(yours.names)
                                && Arrays.equals(reference.heights, yours.heights)
                                && Arrays.equals(reference.months, yours.months)
                                && Arrays.equals(reference.means, yours.means)
                        ? " The reference has the same groups and months."
                        : " The reference has other groups or months.");
    }
}
