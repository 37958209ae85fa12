package arraysandtables.xchartplots;

import arraysandtables.xchartplots.Charts.Group;
import arraysandtables.xchartplots.Picture.Labels;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

/** Anscombe's four sets, as the room's charts hold them. */
public final class ChartsFigure implements Figure<ChartsFigure.Shown> {
    private static final List<String> SETS = List.of("I", "II", "III", "IV");

    /** x of the first three sets, and of the fourth. */
    private static final double[][] X = {
        {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
        {8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8}
    };

    /** y of the four sets, from Anscombe's table. */
    private static final double[][] Y = {
        {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68},
        {9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74},
        {7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73},
        {6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89}
    };

    /**
     * What the charts hold.
     *
     * @param x (4, …) of the first series of each
     * @param y (4, …) of the first series of each
     * @param lineX (4, 2) ends of the lines; empty without lines
     * @param lineY (4, 2)
     */
    public record Shown(double[][] x, double[][] y, double[][] lineX, double[][] lineY) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Choice(
                "show", "show", List.of("points and line", "histogram of y", "staircase of y"), "points and line"));
    }

    @Override
    public Shown series(Values values) {
        List<Group> groups = IntStream.range(0, 4)
                .mapToObj(k -> new Group(SETS.get(k), X[k < 3 ? 0 : 1], Y[k]))
                .toList();
        boolean hasLines = values.choice("show").equals("points and line");
        List<Picture> pictures = hasLines
                ? Charts.panels("x", "y", groups)
                : groups.stream()
                        .map(group -> values.choice("show").startsWith("hist")
                                ? Charts.histogram(new Labels(group.name(), "y", "how many"), group.y())
                                : Charts.staircase(new Labels(group.name(), "y", "not above (%)"), group.y()))
                        .toList();
        Require.that(pictures.size() == 4, "panels must give 4 pictures, but gave %d", pictures.size());
        for (Picture picture : pictures) {
            int expected = hasLines ? 2 : 1;
            Require.that(
                    picture.series().size() == expected,
                    "a picture must have %d series, but has %d",
                    expected,
                    picture.series().size());
            Require.finite(
                    "y of a series", new double[][] {picture.series().get(0).y()});
        }
        return new Shown(
                pictures.stream().map(picture -> picture.series().get(0).x()).toArray(double[][]::new),
                pictures.stream().map(picture -> picture.series().get(0).y()).toArray(double[][]::new),
                hasLines
                        ? pictures.stream()
                                .map(picture -> picture.series().get(1).x())
                                .toArray(double[][]::new)
                        : new double[0][],
                hasLines
                        ? pictures.stream()
                                .map(picture -> picture.series().get(1).y())
                                .toArray(double[][]::new)
                        : new double[0][]);
    }

    @Override
    public Drawing draw(Values values, Shown yours, @Nullable Shown reference) {
        List<Chart<?, ?>> panels = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            panels.add(panel(values, k, yours, reference));
        }
        return new Drawing(
                "Four sets with one mean, one spread and one line", panels, description(values, yours, reference));
    }

    private static XYChart panel(Values values, int k, Shown yours, @Nullable Shown reference) {
        boolean hasLines = yours.lineX.length > 0;
        boolean hasBars = values.choice("show").startsWith("hist");
        XYChart chart = Style.xy(
                "Set " + SETS.get(k), hasLines ? "x" : "y", hasLines ? "y" : hasBars ? "how many" : "not above (%)");
        if (hasLines) {
            Style.rangeX(chart, 3, 20);
            chart.getStyler().setYAxisMin(2.0).setYAxisMax(14.0);
            Style.points(chart, "points", 0, yours.x[k], yours.y[k]);
            Style.line(chart, "line", 1, yours.lineX[k], yours.lineY[k]);
            if (reference != null) {
                Style.referencePoints(chart, "reference's points", reference.x[k], reference.y[k]);
                Style.referenceLine(chart, reference.lineX[k], reference.lineY[k]);
            }
        } else {
            Style.rangeX(chart, 2, 14);
            chart.getStyler().setYAxisMin(0.0).setYAxisMax(hasBars ? 8.0 : 105.0);
            drawn(chart, hasBars, yours.x[k], yours.y[k], false);
            if (reference != null) {
                drawn(chart, hasBars, reference.x[k], reference.y[k], true);
            }
        }
        return chart;
    }

    private static void drawn(XYChart chart, boolean hasBars, double[] x, double[] y, boolean isReference) {
        double[][] line = hasBars ? bars(x, y) : stairs(x, y);
        if (isReference) {
            Style.referenceLine(chart, line[0], line[1]);
        } else {
            Style.line(chart, hasBars ? "bars" : "stairs", 0, line[0], line[1]);
        }
    }

    private static double[][] bars(double[] x, double[] y) {
        double half = x.length > 1 ? (x[1] - x[0]) / 2 : 0.5;
        double[][] line = new double[2][4 * x.length];
        for (int i = 0; i < x.length; i++) {
            for (int corner = 0; corner < 4; corner++) {
                line[0][4 * i + corner] = x[i] + (corner < 2 ? -half : half);
                line[1][4 * i + corner] = corner == 0 || corner == 3 ? 0 : y[i];
            }
        }
        return line;
    }

    private static double[][] stairs(double[] x, double[] y) {
        double[][] line = new double[2][2 * x.length];
        for (int i = 0; i < x.length; i++) {
            line[0][2 * i] = x[i];
            line[0][2 * i + 1] = x[i];
            line[1][2 * i] = i == 0 ? 0 : y[i - 1];
            line[1][2 * i + 1] = y[i];
        }
        return line;
    }

    private static String description(Values values, Shown yours, @Nullable Shown reference) {
        StringBuilder words = new StringBuilder("Four panels for Anscombe's sets I to IV, with ")
                .append(values.choice("show"))
                .append('.');
        if (yours.lineX.length > 0) {
            words.append(" The lines have the slopes");
            for (int k = 0; k < 4; k++) {
                double slope = (yours.lineY[k][1] - yours.lineY[k][0]) / (yours.lineX[k][1] - yours.lineX[k][0]);
                words.append(String.format(Locale.ROOT, "%s %.3f", k == 0 ? "" : ",", slope));
            }
            words.append(": noise around a line, a parabola, a line with one point far off, and a column with one"
                    + " point to the right.");
        } else {
            words.append(" The largest numbers are");
            for (int k = 0; k < 4; k++) {
                words.append(String.format(
                        Locale.ROOT,
                        "%s %.4g",
                        k == 0 ? "" : ",",
                        Arrays.stream(yours.y[k]).max().orElse(0)));
            }
            words.append('.');
        }
        if (reference != null) {
            boolean isSame = Arrays.deepEquals(yours.x, reference.x)
                    && Arrays.deepEquals(yours.y, reference.y)
                    && Arrays.deepEquals(yours.lineY, reference.lineY);
            words.append(
                    isSame ? " The reference's charts hold the same." : " The reference's charts hold other numbers.");
        }
        return words.toString();
    }
}
