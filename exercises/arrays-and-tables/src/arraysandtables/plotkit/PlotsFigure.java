package arraysandtables.plotkit;

import gradus.datasets.Datasets;
import gradus.datasets.Table;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A measure of 342 penguins in four plots: histogram with density, box plots, staircases, correlations. */
public final class PlotsFigure implements Figure<PlotsFigure.Series> {
    private static final int N_PLACES = 200;
    private static final List<String> SPECIES = List.of("Adelie", "Chinstrap", "Gentoo");
    private static final double HALF_BOX = 0.28;

    /** Measures by what is written at the axis. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("flipper (mm)", "flipper_length_mm");
        COLUMNS.put("bill length (mm)", "bill_length_mm");
        COLUMNS.put("bill depth (mm)", "bill_depth_mm");
        COLUMNS.put("mass (g)", "body_mass_g");
    }

    /**
     * What the room's methods gave.
     *
     * @param edges (nBins + 1) of the histogram
     * @param heights (nBins) of its bars, as densities
     * @param places (nPlaces) where the density is known
     * @param density (nPlaces)
     * @param boxes (3, 5) of each species: lower whisker, quartile, median, quartile, upper whisker
     * @param outliers (3, …) of each species
     * @param stairs (6, …) x and share of each species
     * @param correlations (4, 4) of the measures
     * @param isMadeUp whether the penguins are, because their data set is absent
     */
    public record Series(
            double[] edges,
            double[] heights,
            double[] places,
            double[] density,
            double[][] boxes,
            double[][] outliers,
            double[][] stairs,
            double[][] correlations,
            boolean isMadeUp) {}

    /**
     * What was measured.
     *
     * @param X (nBirds, 4) in the order of the measures
     * @param species (nBirds)
     */
    private record Birds(double[][] X, List<String> species, boolean isMadeUp) {
        /** The penguins; where their data set is absent, birds drawn around the means of each species. */
        static Birds get() {
            try {
                String[] names = COLUMNS.values().toArray(String[]::new);
                Table penguins = Datasets.table("penguins/penguins.csv").complete(names);
                return new Birds(penguins.numbers(names), penguins.text("species"), false);
            } catch (NoData e) {
                return drawn();
            }
        }

        private static Birds drawn() {
            double[][] means = {{190, 38.8, 18.3, 3700}, {196, 48.8, 18.4, 3730}, {217, 47.5, 15, 5080}};
            double[] deviations = {6.5, 2.9, 1.1, 450};
            SplittableRandom random = new SplittableRandom(1);
            List<double[]> X = new ArrayList<>();
            List<String> species = new ArrayList<>();
            for (int i = 0; i < 342; i++) {
                int k = i < 151 ? 0 : i < 219 ? 1 : 2;
                double size = random.nextGaussian();
                double[] bird = means[k].clone();
                for (int j = 0; j < bird.length; j++) {
                    bird[j] += deviations[j] * (0.7 * size + 0.7 * random.nextGaussian());
                }
                X.add(bird);
                species.add(SPECIES.get(k));
            }
            return new Birds(X.toArray(double[][]::new), species, true);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("measure", "measure", List.copyOf(COLUMNS.keySet()), "flipper (mm)"),
                new Range("bandwidth", "bandwidth, times Silverman's", "", 0.2, 3, 0.2, 1));
    }

    @Override
    public Series series(Values values) {
        Birds birds = Birds.get();
        double[][] X = birds.X;
        int chosen = List.copyOf(COLUMNS.keySet()).indexOf(values.choice("measure"));
        double[] all = Arrays.stream(X).mapToDouble(row -> row[chosen]).toArray();
        Histogram histogram = Histogram.of(all, Histogram.bins(all));
        double[] places = places(all);
        double[] density = Stats.density(all, values.number("bandwidth") * Stats.bandwidth(all), places);
        Require.length("density", density, N_PLACES);
        List<double[]> boxes = new ArrayList<>();
        List<double[]> outliers = new ArrayList<>();
        List<double[]> stairs = new ArrayList<>();
        for (String species : SPECIES) {
            double[] ofSpecies = IntStream.range(0, all.length)
                    .filter(i -> birds.species.get(i).equals(species))
                    .mapToDouble(i -> all[i])
                    .toArray();
            Box box = Box.of(ofSpecies);
            boxes.add(new double[] {
                box.lowerWhisker(), box.lowerQuartile(), box.median(), box.upperQuartile(), box.upperWhisker()
            });
            outliers.add(box.outliers());
            Ecdf ecdf = Ecdf.of(ofSpecies);
            stairs.add(ecdf.x());
            stairs.add(ecdf.share());
        }
        double[][] correlations = Stats.correlations(X);
        Require.columns("correlations", correlations, COLUMNS.size());
        Require.finite("correlations", correlations);
        double[] heights = histogram.densities();
        Require.finite("densities and density", new double[][] {heights});
        Require.finite("density", new double[][] {density});
        return new Series(
                histogram.edges(),
                heights,
                places,
                density,
                boxes.toArray(double[][]::new),
                outliers.toArray(double[][]::new),
                stairs.toArray(double[][]::new),
                correlations,
                birds.isMadeUp);
    }

    private static double[] places(double[] all) {
        double min = Arrays.stream(all).min().orElseThrow();
        double max = Arrays.stream(all).max().orElseThrow();
        double air = 0.12 * (max - min);
        return IntStream.range(0, N_PLACES)
                .mapToDouble(i -> min - air + (max - min + 2 * air) * i / (N_PLACES - 1))
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                (yours.isMadeUp ? "Made-up penguins" : "Penguins") + " by the numbers",
                List.of(
                        histogram(values, yours, reference),
                        boxes(values, yours, reference),
                        stairs(values, yours, reference),
                        correlations(yours)),
                description(values, yours, reference));
    }

    private static XYChart histogram(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("All of them", values.choice("measure"), "density (share per unit)");
        range(chart, yours);
        chart.getStyler().setYAxisMin(0.0);
        bars(chart, yours);
        Style.line(chart, "density", 1, yours.places, yours.density);
        if (reference != null) {
            Style.referenceLine(chart, reference.places, reference.density);
        }
        return chart;
    }

    /** The outline of all bars. */
    private static void bars(XYChart chart, Series series) {
        int n = series.heights.length;
        double[] x = new double[3 * n + 1];
        double[] y = new double[3 * n + 1];
        for (int k = 0; k < n; k++) {
            x[3 * k] = series.edges[k];
            x[3 * k + 1] = series.edges[k];
            x[3 * k + 2] = series.edges[k + 1];
            y[3 * k + 1] = series.heights[k];
            y[3 * k + 2] = series.heights[k];
        }
        x[3 * n] = series.edges[n];
        Style.line(chart, "histogram, " + n + " bins", 0, x, y);
    }

    private static void range(XYChart chart, Series yours) {
        Style.rangeX(chart, yours.places[0], yours.places[N_PLACES - 1]);
    }

    private static XYChart boxes(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("By species: boxes", values.choice("measure"), "");
        range(chart, yours);
        chart.getStyler()
                .setYAxisMin(0.4)
                .setYAxisMax(3.6)
                .setYAxisTicksVisible(false)
                .setYAxisTitleVisible(false);
        for (int k = 0; k < SPECIES.size(); k++) {
            Style.line(chart, SPECIES.get(k), k, outline(yours.boxes[k])[0], up(3 - k, outline(yours.boxes[k])[1]));
            if (yours.outliers[k].length > 0) {
                double[] height = new double[yours.outliers[k].length];
                Arrays.fill(height, 3 - k);
                Style.marks(chart, k, yours.outliers[k], height);
            }
            if (reference != null) {
                Style.referenceLine(chart, outline(reference.boxes[k])[0], up(3 - k, outline(reference.boxes[k])[1]));
            }
        }
        return chart;
    }

    /** A box with whiskers, drawn without lifting the pen. */
    private static double[][] outline(double[] b) {
        double h = HALF_BOX;
        return new double[][] {
            {b[0], b[0], b[0], b[1], b[1], b[2], b[2], b[2], b[3], b[3], b[4], b[4], b[4], b[4], b[3], b[3], b[1], b[1]
            },
            {h / 2, -h / 2, 0, 0, h, h, -h, h, h, 0, 0, h / 2, -h / 2, 0, 0, -h, -h, 0}
        };
    }

    private static double[] up(double by, double[] y) {
        return Arrays.stream(y).map(value -> value + by).toArray();
    }

    private static XYChart stairs(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("By species: shares", values.choice("measure"), "share not above (%)");
        range(chart, yours);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(103.0);
        for (int k = 0; k < SPECIES.size(); k++) {
            double[][] line = staircase(yours.stairs[2 * k], yours.stairs[2 * k + 1]);
            Style.line(chart, SPECIES.get(k), k, line[0], line[1]);
            if (reference != null) {
                double[][] right = staircase(reference.stairs[2 * k], reference.stairs[2 * k + 1]);
                Style.referenceLine(chart, right[0], right[1]);
            }
        }
        return chart;
    }

    private static double[][] staircase(double[] x, double[] share) {
        double[][] line = new double[2][2 * x.length];
        for (int i = 0; i < x.length; i++) {
            line[0][2 * i] = x[i];
            line[0][2 * i + 1] = x[i];
            line[1][2 * i] = i == 0 ? 0 : 100 * share[i - 1];
            line[1][2 * i + 1] = 100 * share[i];
        }
        return line;
    }

    private static XYChart correlations(Series yours) {
        List<double[][]> cells = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        List<String> names = COLUMNS.keySet().stream()
                .map(name -> name.substring(0, name.indexOf(" (")))
                .toList();
        for (int j = 0; j < names.size(); j++) {
            for (int k = 0; k < names.size(); k++) {
                cells.add(new double[][] {{yours.correlations[j][k]}});
                captions.add(j == k ? names.get(j) : String.format(Locale.ROOT, "%.2f", yours.correlations[j][k]));
            }
        }
        return Style.signedPictures("Correlations: blue rises together, orange does not", cells, captions, 4, 4);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Top left: a histogram of %s of all %spenguins with %d bins, and a density whose highest point is at %.0f. Top"
                        + " right: boxes of the three species, with medians %.1f, %.1f and %.1f. Bottom left: the share"
                        + " of each species that is not above a value. Bottom right: correlations of four measures; flipper"
                        + " and mass have %.2f, flipper and bill depth %.2f.",
                values.choice("measure"),
                yours.isMadeUp ? "(made-up) " : "",
                yours.heights.length,
                yours.places[highest(yours.density)],
                yours.boxes[0][2],
                yours.boxes[1][2],
                yours.boxes[2][2],
                yours.correlations[0][3],
                yours.correlations[0][2]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static int highest(double[] a) {
        return IntStream.range(0, a.length).reduce(0, (best, i) -> a[i] > a[best] ? i : best);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.heights, reference.heights)
                && Arrays.equals(yours.density, reference.density)
                && Arrays.deepEquals(yours.boxes, reference.boxes)
                && Arrays.deepEquals(yours.stairs, reference.stairs)
                && Arrays.deepEquals(yours.correlations, reference.correlations);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has %d bins, medians %.1f, %.1f and %.1f, and correlations %.2f and %.2f.",
                        reference.heights.length,
                        reference.boxes[0][2],
                        reference.boxes[1][2],
                        reference.boxes[2][2],
                        reference.correlations[0][3],
                        reference.correlations[0][2]);
    }
}
