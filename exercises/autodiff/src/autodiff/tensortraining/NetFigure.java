package autodiff.tensortraining;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Two moons, where a net changes its mind, and how its loss fell. */
public final class NetFigure implements Figure<NetFigure.Series> {
    private static final int N_SAMPLES = 120;
    private static final int SIDE = 61;
    private static final double[] RECTANGLE = {-1.6, 2.6, -1.2, 1.7};
    private static final double CEILING = 10;
    private static final double FLOOR = 1e-3;

    /**
     * What the net gave.
     *
     * @param X (120, 2) the samples
     * @param margins (61, 61) logit of class 1 less that of class 0, on a grid over the picture
     * @param losses (nSteps) before each step
     * @param wrong samples that it learned from and gets wrong
     */
    public record Series(double[][] X, double[][] margins, double[] losses, int wrong) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("hidden", "hidden units", "", 0, 16, 1, 8),
                new Range("noise", "noise of the samples", "", 0, 0.4, 0.05, 0.15),
                new Range("steps", "steps of learning", "", 20, 400, 20, 300));
    }

    @Override
    public Series series(Values values) {
        double[][] samples = Moons.samples(N_SAMPLES, values.number("noise"), 2);
        double[] X = Moons.flat(samples);
        int[] y = Moons.classes(N_SAMPLES);
        Net net = Moons.net(5, values.whole("hidden"));
        Tensor batch = Tensor.of(X, N_SAMPLES, 2);
        double[] losses = new double[values.whole("steps")];
        for (int step = 0; step < losses.length; step++) {
            losses[step] = net.step(batch, y, 1);
        }
        int[] classes = net.predict(NdArray.of(X, N_SAMPLES, 2));
        Require.that(
                classes.length == N_SAMPLES, "predict must give %d classes, but gave %d", N_SAMPLES, classes.length);
        Require.finite("losses", new double[][] {losses});
        double[] logits = net.logits(Tensor.of(grid(), SIDE * SIDE, 2)).value().toArray();
        Require.length("logits", logits, 2 * SIDE * SIDE);
        double[][] margins = new double[SIDE][SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            margins[i / SIDE][i % SIDE] = logits[2 * i + 1] - logits[2 * i];
        }
        return new Series(samples, margins, losses, (int)
                IntStream.range(0, N_SAMPLES).filter(i -> classes[i] != y[i]).count());
    }

    private static double[] grid() {
        double[] grid = new double[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            grid[2 * i] = RECTANGLE[0] + (RECTANGLE[1] - RECTANGLE[0]) * (i % SIDE) / (SIDE - 1);
            grid[2 * i + 1] = RECTANGLE[2] + (RECTANGLE[3] - RECTANGLE[2]) * (i / SIDE) / (SIDE - 1);
        }
        return grid;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A net finds the curve between two moons",
                List.of(moons(values, yours, reference), losses(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart moons(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                values.choice("hidden") + " hidden units, " + yours.wrong + " of " + N_SAMPLES + " wrong",
                "feature 0",
                "feature 1");
        Style.rangeX(chart, RECTANGLE[0], RECTANGLE[1]);
        chart.getStyler().setYAxisMin(RECTANGLE[2]).setYAxisMax(RECTANGLE[3]);
        for (int k = 0; k < 2; k++) {
            int label = k;
            int[] members =
                    IntStream.range(0, N_SAMPLES).filter(i -> i % 2 == label).toArray();
            Style.points(
                    chart,
                    "class " + k,
                    k,
                    Arrays.stream(members).mapToDouble(i -> yours.X[i][0]).toArray(),
                    Arrays.stream(members).mapToDouble(i -> yours.X[i][1]).toArray());
        }
        double[][] curve = crossings(yours.margins);
        if (curve[0].length > 0) {
            Style.points(chart, "your net changes its mind", 2, curve[0], curve[1]);
        }
        if (reference != null) {
            double[][] other = crossings(reference.margins);
            if (other[0].length > 0) {
                Style.referencePoints(chart, "reference", other[0], other[1]);
            }
        }
        return chart;
    }

    /** x and y of the places on the lines of the grid where the sign of the margin changes. */
    private static double[][] crossings(double[][] margins) {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                cross(places, margins, i, j, i, j + 1);
                cross(places, margins, i, j, i + 1, j);
            }
        }
        return new double[][] {
            places.stream().mapToDouble(place -> place[0]).toArray(),
            places.stream().mapToDouble(place -> place[1]).toArray()
        };
    }

    private static void cross(List<double[]> places, double[][] margins, int i, int j, int toI, int toJ) {
        if (toI < SIDE && toJ < SIDE && (margins[i][j] < 0) != (margins[toI][toJ] < 0)) {
            double part = margins[i][j] / (margins[i][j] - margins[toI][toJ]);
            places.add(new double[] {
                RECTANGLE[0] + (RECTANGLE[1] - RECTANGLE[0]) * (j + part * (toJ - j)) / (SIDE - 1),
                RECTANGLE[2] + (RECTANGLE[3] - RECTANGLE[2]) * (i + part * (toI - i)) / (SIDE - 1)
            });
        }
    }

    private static XYChart losses(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Cross-entropy of the samples", "step", "loss (nats)");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, yours.losses.length);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] steps =
                IntStream.range(0, yours.losses.length).asDoubleStream().toArray();
        Style.line(chart, "your net", 0, steps, Style.within(FLOOR, CEILING, yours.losses));
        if (reference != null && reference.losses.length == steps.length) {
            Style.referenceLine(chart, steps, Style.within(FLOOR, CEILING, reference.losses));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = yours.losses.length - 1;
        double[] curve = crossings(yours.margins)[0];
        String words = String.format(
                Locale.ROOT,
                "Left: %d samples on two half moons with noise %s, and the curve on which a net with %s hidden units changes"
                        + " its mind after %s steps%s. It gets %d samples wrong. Right: its loss falls from %.3g to %.3g half way"
                        + " and %.3g at the end.",
                N_SAMPLES,
                values.choice("noise"),
                values.choice("hidden"),
                values.choice("steps"),
                curve.length == 0 ? ", which is nowhere in the picture" : "",
                yours.wrong,
                yours.losses[0],
                yours.losses[last / 2],
                yours.losses[last]);
        return reference == null
                ? words
                : words
                        + String.format(
                                Locale.ROOT,
                                " The reference gets %d wrong and ends with the loss %.3g.",
                                reference.wrong,
                                reference.losses[last]);
    }
}
