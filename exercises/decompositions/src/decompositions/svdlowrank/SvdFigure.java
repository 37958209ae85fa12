package decompositions.svdlowrank;

import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A picture from its first singular vectors, and how far it is from the whole one. */
public final class SvdFigure implements Figure<SvdFigure.Series> {
    private static final int SIDE = 128;
    private static final int BLOCK = 4;
    private static final String CAMERA = "photographer";
    private static final String MADE_UP = "made-up picture";
    private static final double FLOOR = 1e-4;

    /**
     * What was computed.
     *
     * @param name of the picture
     * @param picture (128, 128) from 0 for white to 1 for black
     * @param truncated (128, 128)
     * @param errors (129) of ranks 0, 1, …, as parts of the first
     */
    public record Series(String name, double[][] picture, double[][] truncated, double[] errors) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("picture", "picture", List.of(CAMERA, "noise"), CAMERA),
                new Range("rank", "rank", "", 1, 64, 1, 20));
    }

    @Override
    public Series series(Values values) {
        String name = values.choice("picture");
        double[][] picture;
        try {
            picture = name.equals(CAMERA) ? photographer() : noise();
        } catch (NoData e) {
            name = MADE_UP;
            picture = madeUp();
        }
        Svd svd = Svd.thin(picture);
        double[][] truncated = svd.truncate(values.whole("rank"));
        Require.columns("truncate(k)", truncated, SIDE);
        Require.finite("truncate(k)", truncated);
        Require.that(truncated.length == SIDE, "truncate(k) must have %d rows, but has %d", SIDE, truncated.length);
        double whole = svd.error(0);
        double[] errors = IntStream.range(0, SIDE)
                .mapToDouble(k -> whole > 0 ? svd.error(k) / whole : 0)
                .toArray();
        Require.finite("error(k)", new double[][] {errors});
        return new Series(name, picture, truncated, errors);
    }

    private static double[][] photographer() {
        BufferedImage camera = Datasets.image("pictures/camera.png");
        double[][] picture = new double[SIDE][SIDE];
        for (int i = 0; i < BLOCK * SIDE; i++) {
            for (int j = 0; j < BLOCK * SIDE; j++) {
                picture[i / BLOCK][j / BLOCK] += (1 - camera.getRaster().getSample(j, i, 0) / 255.0) / (BLOCK * BLOCK);
            }
        }
        return picture;
    }

    private static double[][] noise() {
        double[][] picture = Matrix.times(0.15, Matrix.gaussian(new SplittableRandom(6), SIDE, SIDE));
        for (double[] row : picture) {
            Arrays.setAll(row, j -> Math.max(0, Math.min(1, 0.5 + row[j])));
        }
        return picture;
    }

    /** A round hill with a tower and a fence. */
    private static double[][] madeUp() {
        double[][] picture = new double[SIDE][SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double x = (j - 50) / 45.0;
                double y = (i - 118) / 60.0;
                boolean isHill = x * x + y * y < 1;
                boolean isTower = Math.abs(j - 52) < 9 - (i - 30) * (i < 42 ? -0.75 : 0) && i > 30 && i < 75;
                boolean isFence = i > 100 && i < 118 && (j + i / 12) % 11 < 3 || i == 105 || i == 112;
                boolean isSun = (i - 26) * (i - 26) + (j - 100) * (j - 100) < 170;
                double sky = 0.12 + 0.1 * Math.sin(j / 17.0 + i / 9.0) * i / SIDE;
                picture[i][j] =
                        isFence ? 0.95 : isTower ? 0.8 : isHill ? 0.55 + 0.1 * Math.cos(9 * x) : isSun ? 0 : sky;
            }
        }
        return picture;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How many terms does a picture need?",
                List.of(pictures(values, yours), errors(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart pictures(Values values, Series yours) {
        int rank = values.whole("rank");
        return Style.pictures(
                "The " + yours.name + (yours.name.equals("noise") ? "" : ", whole and compressed"),
                List.of(yours.picture, yours.truncated),
                List.of(
                        "all " + SIDE * SIDE + " numbers",
                        "rank " + rank + ": " + stored(rank) + " numbers, " + Math.round(share(rank)) + " %"),
                2,
                1);
    }

    private static int stored(int rank) {
        return rank * (2 * SIDE + 1);
    }

    private static double share(int rank) {
        return 100.0 * stored(rank) / (SIDE * SIDE);
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        int rank = values.whole("rank");
        XYChart chart = Style.xy("What is lost", "rank", "length of the difference / length of the picture");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, SIDE);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(1.0);
        Style.line(chart, "error", 0, ranks(yours.errors), shown(yours.errors));
        Style.points(chart, "at rank " + rank, 1, new double[] {rank}, new double[] {
            Math.max(FLOOR, Math.min(1, yours.errors[rank]))
        });
        if (reference != null) {
            Style.referenceLine(chart, ranks(reference.errors), shown(reference.errors));
        }
        return chart;
    }

    private static double[] ranks(double[] errors) {
        return IntStream.range(0, shown(errors).length).asDoubleStream().toArray();
    }

    /** Up to the last that is not below the axis. */
    private static double[] shown(double[] errors) {
        int n = (int) Arrays.stream(errors).filter(error -> error > FLOOR).count();
        return Arrays.stream(errors)
                .limit(Math.max(2, n))
                .map(error -> Math.max(FLOOR, Math.min(1, error)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int rank = values.whole("rank");
        String words = String.format(
                Locale.ROOT,
                "Left: the %s of 128 x 128 points beside its nearest picture of rank %d, which takes %d numbers, %.0f %% of"
                        + " all. Right: the length of the difference by rank, on a logarithmic axis; it is %.1f %% of the"
                        + " picture's at rank 1, %.1f %% at 5, %.1f %% at 20, %.1f %% at 50, and %.1f %% at %d.",
                yours.name,
                rank,
                stored(rank),
                share(rank),
                100 * yours.errors[1],
                100 * yours.errors[5],
                100 * yours.errors[20],
                100 * yours.errors[50],
                100 * yours.errors[rank],
                rank);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        double pictures = 0;
        for (int i = 0; i < SIDE; i++) {
            pictures = Math.max(pictures, largest(Matrix.plus(yours.truncated[i], -1, reference.truncated[i])));
        }
        double errors = largest(Matrix.plus(yours.errors, -1, reference.errors));
        return pictures < 1e-9 && errors < 1e-9
                ? "Your picture and its errors agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "Your picture differs from the reference's by up to %.3g, your errors by up to %.3g.",
                        pictures,
                        errors);
    }

    private static double largest(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElse(0);
    }
}
