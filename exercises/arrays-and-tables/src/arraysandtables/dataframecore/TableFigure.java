package arraysandtables.dataframecore;

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
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A made-up list of penguins: how many rows cleaning leaves, and the same rows in another order. */
public final class TableFigure implements Figure<TableFigure.Series> {
    private static final int N_BIRDS = 180;
    private static final int N_TWICE = 25;
    private static final List<String> SPECIES = List.of("Adelie", "Chinstrap", "Gentoo");
    private static final double[] MASSES = {3700, 3730, 5080};
    private static final List<String> STEPS = List.of("read", "different", "complete", "heavy enough");

    /**
     * What came of the table.
     *
     * @param nRows (4) rows after each step of cleaning
     * @param species (nLeft) of the rows that are left, in their order
     * @param masses (nLeft) in g
     */
    public record Series(double[] nRows, List<String> species, double[] masses) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "order",
                        "sorted on",
                        List.of("nothing", "species", "mass", "-mass", "species, mass", "species, -mass"),
                        "species, mass"),
                new Range("gaps", "missing in each column", "%", 0, 30, 5, 10),
                new Range("heavier", "heavier than", "g", 2500, 5500, 250, 2500));
    }

    @Override
    public Series series(Values values) {
        Table table = Table.read(List.of("species", "mass", "ringed"), birds(values.number("gaps") / 100));
        Table different = table.dropDuplicates();
        Table complete = different.dropMissing("species", "mass");
        double limit = values.number("heavier");
        Table heavy = complete.filterNumbers("mass", x -> x > limit);
        Table sorted = values.choice("order").equals("nothing")
                ? heavy
                : heavy.sortOn(values.choice("order").split(", ", -1));
        double[] masses = sorted.column("mass").numbers();
        List<String> species = sorted.column("species").texts();
        Require.that(species.size() == masses.length, "a table must have columns of equal length");
        Require.that(Arrays.stream(masses).allMatch(Double::isFinite), "dropMissing must leave out missing masses");
        return new Series(
                new double[] {table.nRows(), different.nRows(), complete.nRows(), heavy.nRows()}, species, masses);
    }

    /** Rows as they stand in a file, some of them twice and with a gap here and there. */
    private static List<List<String>> birds(double share) {
        SplittableRandom random = new SplittableRandom(11);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < N_BIRDS; i++) {
            int k = random.nextInt(SPECIES.size());
            long mass = 25 * Math.round((MASSES[k] + 430 * random.nextGaussian()) / 25);
            String day = String.format(Locale.ROOT, "2008-11-%02d", random.nextInt(1, 30));
            rows.add(List.of(
                    random.nextDouble() < share ? "NA" : SPECIES.get(k),
                    random.nextDouble() < share ? "?" : String.valueOf(mass),
                    random.nextDouble() < share ? "" : day));
        }
        for (int i = 0; i < N_TWICE; i++) {
            rows.add(random.nextInt(rows.size()), rows.get(random.nextInt(rows.size())));
        }
        return rows;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "From a list with gaps to a table in order",
                List.of(steps(yours, reference), order(values, yours, reference)),
                description(values, yours, reference));
    }

    private static CategoryChart steps(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Rows left after each step", "step", "rows");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(N_BIRDS + N_TWICE + 15.0);
        Style.bars(chart, "rows", STEPS, boxed(yours.nRows));
        if (reference != null) {
            Style.referenceBars(chart, "reference", STEPS, boxed(reference.nRows));
        }
        return chart;
    }

    private static XYChart order(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Sorted on " + values.choice("order"), "place in the table", "body mass (g)");
        Style.rangeX(chart, 0, N_BIRDS);
        chart.getStyler().setYAxisMin(2200.0).setYAxisMax(6600.0);
        for (int k = 0; k < SPECIES.size(); k++) {
            String name = SPECIES.get(k);
            int[] places = IntStream.range(0, yours.masses.length)
                    .filter(i -> yours.species.get(i).equals(name))
                    .toArray();
            if (places.length > 0) {
                Style.points(
                        chart,
                        name,
                        k,
                        Arrays.stream(places).asDoubleStream().toArray(),
                        Arrays.stream(places).mapToDouble(i -> yours.masses[i]).toArray());
            }
        }
        if (reference != null && !agrees(yours, reference) && reference.masses.length > 0) {
            int[] every = IntStream.range(0, reference.masses.length)
                    .filter(i -> i % 6 == 0)
                    .toArray();
            Style.referencePoints(
                    chart,
                    "reference",
                    Arrays.stream(every).asDoubleStream().toArray(),
                    Arrays.stream(every).mapToDouble(i -> reference.masses[i]).toArray());
        }
        return chart;
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static boolean agrees(Series yours, Series reference) {
        return Arrays.equals(yours.nRows, reference.nRows)
                && yours.species.equals(reference.species)
                && Arrays.equals(yours.masses, reference.masses);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: of %.0f rows read %.0f are different; %.0f of these miss neither species nor mass; %.0f are"
                        + " heavier than %s g. Right: their masses from the first row to the last, sorted on %s; they go"
                        + " from %s to %s g.",
                yours.nRows[0],
                yours.nRows[1],
                yours.nRows[2],
                yours.nRows[3],
                values.choice("heavier"),
                values.choice("order"),
                yours.masses.length == 0 ? "nothing" : Type.NUMBER.text(yours.masses[0]),
                yours.masses.length == 0 ? "nothing" : Type.NUMBER.text(yours.masses[yours.masses.length - 1]));
        if (reference == null) {
            return words;
        }
        return words
                + (agrees(yours, reference)
                        ? " The reference gives the same table."
                        : String.format(
                                Locale.ROOT, " The reference has another one, of %.0f rows.", reference.nRows[3]));
    }
}
