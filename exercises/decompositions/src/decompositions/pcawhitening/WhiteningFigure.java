package decompositions.pcawhitening;

import gradus.datasets.Datasets;
import gradus.datasets.Digits;
import gradus.datasets.SyntheticDigits;
import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Handwritten digits along their first two components, and the variance along the first ten. */
public final class WhiteningFigure implements Figure<WhiteningFigure.Series> {
    private static final String SCORES = "scores";
    private static final String WHITE = "whitened";
    private static final int SHOWN = 10;
    private static final int N_MADE_UP = 1000;
    private static final int BLOCK = 4;
    private static final int N_PIXELS = 64;

    /**
     * What was computed.
     *
     * @param isReal whether the data set was there
     * @param labels (nSamples) digits
     * @param points (nSamples, 2) along the first two components
     * @param variance (10) along the first ten, of what is shown
     * @param shares (10) of the total variance, before whitening
     */
    public record Series(boolean isReal, int[] labels, double[][] points, double[] variance, double[] shares) {}

    private record Pictures(boolean isReal, double[][] pixels, int[] labels) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("show", "what is shown", List.of(SCORES, WHITE), SCORES),
                new Choice("digits", "digits", List.of("0, 1, 2, 3, 4", "5, 6, 7, 8, 9"), "0, 1, 2, 3, 4"));
    }

    @Override
    public Series series(Values values) {
        Pictures pictures = pictures();
        double[][] X = pictures.pixels;
        int nFeatures = X[0].length;
        Whitening fitted = Whitening.fit(X, nFeatures);
        double[] variance = fitted.variance();
        Require.length("variance", variance, nFeatures);
        Require.finite("variance", new double[][] {variance});
        double total = Arrays.stream(variance).sum();
        Whitening first = Whitening.fit(X, SHOWN);
        double[][] white = first.whiten(X);
        Require.columns("whiten(X)", white, SHOWN);
        Require.finite("whiten(X)", white);
        Require.that(white.length == X.length, "whiten(X) must have %d rows, but has %d", X.length, white.length);
        double[][] shown = Matrix.copy(white);
        for (double[] row : shown) {
            for (int k = 0; k < SHOWN; k++) {
                row[k] *= values.choice("show").equals(SCORES) ? Math.sqrt(variance[k]) : 1;
            }
        }
        double[] spread = new double[SHOWN];
        for (double[] row : shown) {
            for (int k = 0; k < SHOWN; k++) {
                spread[k] += row[k] * row[k] / (X.length - 1);
            }
        }
        return new Series(
                pictures.isReal,
                pictures.labels,
                Arrays.stream(shown).map(row -> Arrays.copyOf(row, 2)).toArray(double[][]::new),
                spread,
                Arrays.stream(variance).limit(SHOWN).map(v -> v / total).toArray());
    }

    private static Pictures pictures() {
        try {
            String[] columns = IntStream.rangeClosed(0, N_PIXELS)
                    .mapToObj(Integer::toString)
                    .toArray(String[]::new);
            double[][] table =
                    Datasets.headerless("optdigits/optdigits.tes", columns).numbers();
            return new Pictures(
                    true,
                    Arrays.stream(table)
                            .map(row -> Arrays.copyOf(row, N_PIXELS))
                            .toArray(double[][]::new),
                    Arrays.stream(table).mapToInt(row -> (int) row[N_PIXELS]).toArray());
        } catch (NoData e) {
            Digits digits = SyntheticDigits.images(N_MADE_UP, 5);
            return new Pictures(
                    false,
                    Arrays.stream(digits.images()).map(WhiteningFigure::small).toArray(double[][]::new),
                    IntStream.range(0, N_MADE_UP).map(i -> digits.labels()[i]).toArray());
        }
    }

    /** A picture of 28 x 28 as 7 x 7, ink from 0 to 16. */
    private static double[] small(byte[] image) {
        int side = Digits.SIDE / BLOCK;
        double[] pixels = new double[side * side];
        for (int i = 0; i < image.length; i++) {
            int row = i / Digits.SIDE / BLOCK;
            int column = i % Digits.SIDE / BLOCK;
            pixels[row * side + column] += (image[i] & 0xff) / 255.0;
        }
        return pixels;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                yours.labels.length + (yours.isReal ? " handwritten" : " made-up") + " digits, along two components",
                List.of(map(values, yours, reference), variance(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        String unit = values.choice("show").equals(SCORES) ? "ink" : "standard deviations";
        XYChart chart = Style.xy(
                values.choice("show").equals(SCORES) ? "Scores" : "Whitened scores",
                "component 1 (" + unit + ")",
                "component 2 (" + unit + ")");
        Style.equalUnits(
                chart, 1.02 * Style.reachOfEqualUnits(Matrix.column(yours.points, 0), Matrix.column(yours.points, 1)));
        int from = values.choice("digits").startsWith("0") ? 0 : 5;
        for (int digit = from; digit < from + 5; digit++) {
            double[][] chosen = chosen(yours, yours.labels, digit);
            if (chosen.length > 0) {
                Style.points(
                        chart,
                        Integer.toString(digit),
                        digit - from,
                        Matrix.column(chosen, 0),
                        Matrix.column(chosen, 1));
            }
        }
        if (reference != null) {
            double[][] points = turned(reference, yours);
            // One in ten is enough to see whether they agree.
            int[] some = IntStream.range(0, points.length)
                    .filter(i -> i % 10 == 0 && reference.labels[i] >= from && reference.labels[i] < from + 5)
                    .toArray();
            Style.referencePoints(
                    chart,
                    "reference, some",
                    Arrays.stream(some).mapToDouble(i -> points[i][0]).toArray(),
                    Arrays.stream(some).mapToDouble(i -> points[i][1]).toArray());
        }
        return chart;
    }

    private static double[][] chosen(Series series, int[] labels, int digit) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == digit)
                .mapToObj(i -> series.points[i])
                .toArray(double[][]::new);
    }

    /** The reference's points with their arbitrary signs turned to yours. */
    private static double[][] turned(Series reference, Series yours) {
        double[][] points = Matrix.copy(reference.points);
        for (int k = 0; k < 2; k++) {
            double sign = Matrix.dot(Matrix.column(points, k), Matrix.column(yours.points, k)) < 0 ? -1 : 1;
            for (double[] point : points) {
                point[k] *= sign;
            }
        }
        return points;
    }

    private static CategoryChart variance(Values values, Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars(
                values.choice("show").equals(SCORES)
                        ? "The first component has " + percent(yours.shares[0]) + ", the second "
                                + percent(yours.shares[1])
                        : "After whitening all are equal",
                "component",
                values.choice("show").equals(SCORES) ? "variance (ink²)" : "variance");
        List<String> names =
                IntStream.rangeClosed(1, SHOWN).mapToObj(Integer::toString).toList();
        Style.bars(
                chart, "variance", names, Arrays.stream(yours.variance).boxed().toList());
        if (reference != null) {
            Style.referenceBars(
                    chart,
                    "reference",
                    names,
                    Arrays.stream(reference.variance).boxed().toList());
        }
        return chart;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "%d %s digits. Left: those of %s along the first two components, %s. Right: the variance along the first ten,"
                        + " from %.1f down to %.1f; the first two carry %s and %s of all.",
                yours.labels.length,
                yours.isReal ? "handwritten" : "made-up",
                values.choice("digits"),
                values.choice("show"),
                yours.variance[0],
                yours.variance[SHOWN - 1],
                percent(yours.shares[0]),
                percent(yours.shares[1]));
        if (reference == null) {
            return words;
        }
        double[][] points = turned(reference, yours);
        double largest = 0;
        for (int i = 0; i < points.length; i++) {
            largest = Math.max(largest, Matrix.norm(Matrix.plus(points[i], -1, yours.points[i])));
        }
        return words
                + (largest < 1e-6
                        ? " Your points agree with the reference's."
                        : String.format(
                                Locale.ROOT, " Your points differ from the reference's by up to %.3g.", largest));
    }
}
