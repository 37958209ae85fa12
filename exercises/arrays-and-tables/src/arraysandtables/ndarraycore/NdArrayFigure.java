package arraysandtables.ndarraycore;

import gradus.datasets.Datasets;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A column times a row, and a picture seen through a view. */
public final class NdArrayFigure implements Figure<NdArrayFigure.Series> {
    private static final int SIZE = 512;
    private static final int N = 40;
    private static final String AS_IT_IS = "as it is";
    private static final String TURNED = "transposed";

    /**
     * Arrays as they came.
     *
     * @param products (40, 40) a wave in a column times one in a row
     * @param picture (nRows, nColumns) shades in [0, 1]
     * @param shape of the view of the picture
     * @param strides of it
     */
    public record Series(double[][] products, double[][] picture, int[] shape, int[] strides) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("waves", "waves in the row", "", 0, 8, 1, 3),
                new Range("step", "step of the slices", "pixels", 2, 32, 1, 4),
                new Range("from", "first row and column of the slices", "", 0, 384, 32, 0),
                new Choice("axes", "axes of the view", List.of(AS_IT_IS, TURNED), AS_IT_IS));
    }

    @Override
    public Series series(Values values) {
        NdArray column = NdArray.of(wave(2), N, 1);
        NdArray row = NdArray.of(wave(values.whole("waves")), N);
        int from = values.whole("from");
        int step = values.whole("step");
        NdArray view =
                NdArray.of(picture(), SIZE, SIZE).slice(0, from, SIZE, step).slice(1, from, SIZE, step);
        NdArray seen = values.choice("axes").equals(TURNED) ? view.transpose(1, 0) : view;
        int side = (SIZE - from + step - 1) / step;
        return new Series(
                matrix("multiply(column, row)", column.multiply(row), N),
                matrix("the view of the picture", seen, side),
                seen.shape(),
                seen.strides());
    }

    private static double[] wave(int n) {
        return IntStream.range(0, N)
                .mapToDouble(i -> Math.cos(2 * Math.PI * n * i / (N - 1)))
                .toArray();
    }

    /** The man with the camera, or rings where he is not at hand; 1 is dark. */
    private static double[] picture() {
        double[] shades = new double[SIZE * SIZE];
        try {
            BufferedImage camera = Datasets.image("pictures/camera.png");
            Arrays.setAll(shades, k -> 1 - camera.getRaster().getSample(k % SIZE, k / SIZE, 0) / 255.0);
        } catch (NoData e) {
            Arrays.setAll(shades, k -> {
                double x = (k % SIZE - 170) / 60.0;
                double y = (k / SIZE - 200) / 60.0;
                return Math.min(1, 0.45 + 0.4 * Math.cos(x * x + y * y) * (1 - k / (2.0 * SIZE * SIZE)));
            });
        }
        return shades;
    }

    private static double[][] matrix(String name, NdArray a, int side) {
        Require.that(
                Arrays.equals(a.shape(), new int[] {side, side}),
                "%s must have shape [%d, %d], but has %s",
                name,
                side,
                side,
                Arrays.toString(a.shape()));
        double[] elements = a.toArray();
        Require.length(name, elements, side * side);
        double[][] rows = IntStream.range(0, side)
                .mapToObj(i -> Arrays.copyOfRange(elements, i * side, (i + 1) * side))
                .toArray(double[][]::new);
        Require.finite(name, rows);
        return rows;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        List<double[][]> products = new ArrayList<>();
        products.add(yours.products);
        List<double[][]> pictures = new ArrayList<>();
        pictures.add(yours.picture);
        List<String> names = List.of("");
        if (reference != null) {
            products.add(reference.products);
            pictures.add(reference.picture);
            names = List.of("yours", "reference");
        }
        int columns = products.size();
        return new Drawing(
                "Without a copy: broadcasting and views",
                List.of(
                        Style.signedPictures("A column times a row: −1 is orange, 1 blue", products, names, columns, 1),
                        Style.pictures(
                                "Shape " + Arrays.toString(yours.shape) + ", strides " + Arrays.toString(yours.strides),
                                pictures,
                                names,
                                columns,
                                1)),
                description(values, yours, reference));
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the products of a column of %d numbers, two waves, and a row of as many, %d waves; the corners are"
                        + " %.2f, %.2f, %.2f and %.2f. Right: a picture of 512 by 512 pixels, every %d-th row and column from"
                        + " %d on, %s: a view of shape %s with strides %s. Its mean shade is %.3f.",
                N,
                values.whole("waves"),
                yours.products[0][0],
                yours.products[0][N - 1],
                yours.products[N - 1][0],
                yours.products[N - 1][N - 1],
                values.whole("step"),
                values.whole("from"),
                values.choice("axes"),
                Arrays.toString(yours.shape),
                Arrays.toString(yours.strides),
                mean(yours.picture));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static double mean(double[][] picture) {
        return Arrays.stream(picture).flatMapToDouble(Arrays::stream).average().orElse(0);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.deepEquals(yours.products, reference.products)
                        && Arrays.deepEquals(yours.picture, reference.picture)
                        && Arrays.equals(yours.strides, reference.strides)
                ? "Your arrays agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "The reference's view has strides %s and a mean shade of %.3f.",
                        Arrays.toString(reference.strides),
                        mean(reference.picture));
    }
}
