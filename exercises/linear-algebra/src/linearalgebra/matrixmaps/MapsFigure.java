package linearalgebra.matrixmaps;

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
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A grid and a picture, before a map and after it. */
public final class MapsFigure implements Figure<MapsFigure.Series> {
    private static final int REACH = 3;
    private static final int SIZE = 75;
    private static final double[][] SQUARE = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};

    /**
     * What the room gave.
     *
     * @param name of the picture
     * @param determinant of the map
     * @param grid (nPoints, 2) ends of the lines of the grid after the map, two for each
     * @param square (5, 2) corners of the unit square after the map
     * @param picture (SIZE, SIZE) before the map, 1 is dark
     * @param warped (SIZE, SIZE) after it
     */
    public record Series(
            String name,
            double determinant,
            double[][] grid,
            double[][] square,
            double[][] picture,
            double[][] warped) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "map",
                        "map",
                        List.of(
                                "rotation",
                                "scaling",
                                "shear",
                                "rotation, then shear",
                                "shear, then rotation",
                                "mirror, then rotation"),
                        "rotation, then shear"),
                new Range("amount", "how much", "", 0.1, 1.5, 0.1, 0.5));
    }

    @Override
    public Series series(Values values) {
        double[][] A = map(values);
        Require.columns("the matrix of the map", A, 2);
        double[][] picture = new double[SIZE][SIZE];
        String name = picture(picture);
        double[][] warped = Warp.image(picture, A);
        Require.columns("image(picture, A)", warped, SIZE);
        Require.finite("image(picture, A)", warped);
        double[][] grid = Maps.apply(A, grid());
        double[][] square = Maps.apply(A, SQUARE);
        Require.columns("apply(A, points)", grid, 2);
        Require.columns("apply(A, points)", square, 2);
        return new Series(name, Maps.determinant(A), grid, square, picture, warped);
    }

    /** Turned by quarters, stretched by 1 + amount, or sheared by the amount. */
    private static double[][] map(Values values) {
        double amount = values.number("amount");
        double[][] turn = Maps.rotation(amount * Math.PI / 2);
        double[][] shear = Maps.shear(amount);
        return switch (values.choice("map")) {
            case "rotation" -> turn;
            case "scaling" -> Maps.scaling(1 + amount, 1);
            case "shear" -> shear;
            case "rotation, then shear" -> Maps.compose(List.of(turn, shear));
            case "shear, then rotation" -> Maps.compose(List.of(shear, turn));
            default -> Maps.compose(List.of(Maps.scaling(-1, 1), turn));
        };
    }

    private static double[][] grid() {
        double[][] ends = new double[4 * (2 * REACH + 1)][];
        for (int k = -REACH; k <= REACH; k++) {
            int first = 4 * (k + REACH);
            ends[first] = new double[] {k, -REACH};
            ends[first + 1] = new double[] {k, REACH};
            ends[first + 2] = new double[] {-REACH, k};
            ends[first + 3] = new double[] {REACH, k};
        }
        return ends;
    }

    /** The cat Chelsea, or the letter F where she is not at hand. */
    private static String picture(double[][] shades) {
        try {
            BufferedImage cat = Datasets.image("pictures/chelsea.png");
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    shades[i][j] = shade(cat, 4 * i, 100 + 4 * j);
                }
            }
            return "a cat";
        } catch (NoData e) {
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    boolean isStem = j >= 24 && j < 34 && i >= 12 && i < 63;
                    boolean isArm = i >= 12 && i < 22 && j >= 24 && j < 54 || i >= 33 && i < 43 && j >= 24 && j < 47;
                    shades[i][j] = isStem || isArm ? 0.9 : 0.1 + 0.2 * i / SIZE;
                }
            }
            return "a letter";
        }
    }

    /** The mean darkness of 4 x 4 pixels in three colours. */
    private static double shade(BufferedImage picture, int row, int column) {
        double light = 0;
        for (int i = row; i < row + 4; i++) {
            for (int j = column; j < column + 4; j++) {
                for (int colour = 0; colour < 3; colour++) {
                    light += picture.getRaster().getSample(j, i, colour) / 255.0 / 48;
                }
            }
        }
        return 1 - light;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What a matrix does to the plane: " + values.choice("map"),
                List.of(grids(yours, reference), pictures(yours)),
                description(values, yours, reference));
    }

    private static XYChart grids(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(Locale.ROOT, "The grid, and the unit square; determinant %.2f", yours.determinant),
                "x",
                "y");
        Style.equalUnits(chart, 0, 0, REACH + 0.2);
        double[][] before = grid();
        for (int k = 0; k < before.length; k += 2) {
            Style.backgroundLine(
                    chart, new double[] {before[k][0], before[k + 1][0]}, new double[] {before[k][1], before[k + 1][1]
                    });
        }
        double[] x = new double[yours.grid.length / 2 * 3];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            boolean isGap = k % 3 == 2;
            double[] end = yours.grid[k / 3 * 2 + Math.min(k % 3, 1)];
            x[k] = end[0];
            y[k] = isGap ? Double.NaN : end[1];
        }
        Style.line(chart, "grid after the map", 5, x, y);
        Style.line(
                chart, "unit square after the map", 1, Matrix.column(yours.square, 0), Matrix.column(yours.square, 1));
        if (reference != null) {
            Style.referenceLine(chart, Matrix.column(reference.square, 0), Matrix.column(reference.square, 1));
        }
        return chart;
    }

    private static XYChart pictures(Series yours) {
        return Style.pictures(
                "A picture of 75 by 75 pixels",
                List.of(yours.picture, yours.warped),
                List.of("before: " + yours.name, "after"),
                2,
                1);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: a grid before and after the map (%s, %s). The unit square goes to the parallelogram with corners (0, 0),"
                        + " (%.2f, %.2f), (%.2f, %.2f) and (%.2f, %.2f); the determinant is %.2f. Right: %s before and after"
                        + " the map; %.0f %% of its pixels come from outside and are white.",
                values.choice("map"),
                values.choice("amount"),
                yours.square[1][0] + 0.0,
                yours.square[1][1] + 0.0,
                yours.square[2][0] + 0.0,
                yours.square[2][1] + 0.0,
                yours.square[3][0] + 0.0,
                yours.square[3][1] + 0.0,
                yours.determinant,
                yours.name,
                100.0
                        * Arrays.stream(yours.warped)
                                .flatMapToDouble(Arrays::stream)
                                .filter(shade -> shade == 0)
                                .count()
                        / (SIZE * SIZE));
        return reference == null
                ? words
                : words + " "
                        + (Arrays.deepEquals(yours.warped, reference.warped)
                                        && Arrays.deepEquals(yours.square, reference.square)
                                ? "All of it is as the reference has it."
                                : String.format(
                                        Locale.ROOT,
                                        "The reference takes the corner (1, 1) to (%.2f, %.2f).",
                                        reference.square[2][0],
                                        reference.square[2][1]));
    }
}
