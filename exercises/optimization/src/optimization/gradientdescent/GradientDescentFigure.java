package optimization.gradientdescent;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.Svd;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent.BatchGradient;
import optimization.gradientdescent.GradientDescent.Descent;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Ways down a quadratic valley for three learning rates, and the loss by epoch for three batch sizes. */
public final class GradientDescentFigure implements Figure<GradientDescentFigure.Series> {
    private static final double[] START = {-9, 3.5};
    private static final double[] MIDDLE = {-4, 0};
    private static final double REACH = 4.2;
    private static final int MAX_STEPS = 20;

    private static final int N_SAMPLES = 64;
    private static final int N_EPOCHS = 30;
    private static final int[] BATCH_SIZES = {1, 8, N_SAMPLES};
    private static final double SGD_RATE = 0.1;

    /** What is drawn on a logarithmic axis: no less, and no more where a descent diverges. */
    private static final double FLOOR = 1e-10;

    private static final double CEILING = 1e4;

    /**
     * Where the room's methods went.
     *
     * @param ways (3, 1 + nSteps, 2) points of descend for each learning rate
     * @param excess (3, 1 + nEpochs) loss after each epoch of sgd above the smallest loss there is, for each batch size
     */
    public record Series(double[][][] ways, double[][] excess) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("condition", "condition number κ = L/μ of the valley", "", 1, 50, 1, 5),
                new Range("factor", "third learning rate, in units of 2/L", "", 0.5, 1.1, 0.01, 0.97),
                new Range("steps", "steps down the valley, at most", "", 0, MAX_STEPS, 1, MAX_STEPS),
                new Range("decay", "decay of the learning rate of sgd", "", 0, 1, 0.05, 0));
    }

    @Override
    public Series series(Values values) {
        double condition = values.number("condition");
        double[][][] ways = Arrays.stream(learningRates(values))
                .mapToObj(learningRate -> way(condition, learningRate, values.whole("steps")))
                .toArray(double[][][]::new);
        Samples samples = Samples.drawn();
        double[][] excess = Arrays.stream(BATCH_SIZES)
                .mapToObj(batchSize -> samples.excess(GradientDescent.sgd(
                        samples.gradient(),
                        new double[2],
                        SGD_RATE,
                        values.number("decay"),
                        batchSize,
                        orders(new SplittableRandom(7)))))
                .toArray(double[][]::new);
        return new Series(ways, excess);
    }

    private static double[][] way(double condition, double learningRate, int steps) {
        Descent descent = GradientDescent.descend(
                x -> new double[] {x[0], condition * x[1]}, (x, gradient) -> learningRate, START, 1e-3, steps);
        Require.columns("path", descent.path(), 2);
        Require.finite("path", descent.path());
        return descent.path();
    }

    /** A tenth of 2/L, the best fixed rate 2/(L + μ), and the one that can be chosen; μ is 1. */
    private static double[] learningRates(Values values) {
        double condition = values.number("condition");
        return new double[] {0.2 / condition, 2 / (condition + 1), values.number("factor") * 2 / condition};
    }

    /** Samples of y = 3 x₁ - 2 x₂ + noise. */
    private record Samples(double[][] X, double[] y, double[] best) {
        static Samples drawn() {
            SplittableRandom random = new SplittableRandom(3);
            double[][] X = Matrix.gaussian(random, N_SAMPLES, 2);
            double[] y =
                    Matrix.plus(Matrix.times(X, new double[] {3, -2}), 0.5, Matrix.gaussian(random, 1, N_SAMPLES)[0]);
            Svd svd = Svd.thin(X);
            double[] turned = Matrix.times(Matrix.transpose(svd.u()), y);
            Arrays.setAll(turned, k -> turned[k] / svd.s()[k]);
            return new Samples(X, y, Matrix.times(Matrix.transpose(svd.vt()), turned));
        }

        BatchGradient gradient() {
            return (weights, batch) -> {
                double[] sum = new double[2];
                for (int i : batch) {
                    sum = Matrix.plus(sum, (Matrix.dot(X[i], weights) - y[i]) / batch.length, X[i]);
                }
                return sum;
            };
        }

        /** Half the mean squared error of each row of weights, less the smallest there is. */
        double[] excess(double[][] weights) {
            Require.columns("sgd", weights, 2);
            Require.finite("sgd", weights);
            Require.that(
                    weights.length == 1 + N_EPOCHS, "sgd must have %d rows, but has %d", 1 + N_EPOCHS, weights.length);
            return Arrays.stream(weights)
                    .mapToDouble(w -> Matrix.norm(Matrix.times(X, Matrix.plus(w, -1, best))))
                    .map(norm -> norm * norm / (2 * N_SAMPLES))
                    .toArray();
        }
    }

    private static int[][] orders(SplittableRandom random) {
        return IntStream.range(0, N_EPOCHS)
                .mapToObj(epoch -> IntStream.range(0, N_SAMPLES)
                        .boxed()
                        .map(i -> new double[] {i, random.nextDouble()})
                        .sorted((a, b) -> Double.compare(a[1], b[1]))
                        .mapToInt(pair -> (int) pair[0])
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How far to step, and after how many samples",
                List.of(valley(values, yours, reference), losses(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart valley(Values values, Series yours, @Nullable Series reference) {
        double condition = values.number("condition");
        XYChart chart = Style.xy(
                String.format(
                        Locale.ROOT,
                        "Ways down (x₁² + %.0f x₂²)/2, at most %d steps",
                        condition,
                        values.whole("steps")),
                "x₁",
                "x₂");
        Style.equalUnits(chart, MIDDLE[0], MIDDLE[1], REACH);
        contours(chart, condition);
        double[] learningRates = learningRates(values);
        for (int k = 0; k < learningRates.length; k++) {
            String name = k == 1 ? "η = 2/(L + μ)" : "η = " + number(learningRates[k] * condition / 2) + " · 2/L";
            Style.path(chart, name, k, Matrix.column(yours.ways[k], 0), Matrix.column(yours.ways[k], 1));
        }
        for (int k = 0; reference != null && k < reference.ways.length; k++) {
            Style.referenceLine(chart, Matrix.column(reference.ways[k], 0), Matrix.column(reference.ways[k], 1));
        }
        return chart;
    }

    /** Ellipses on which f is constant, evenly spaced along the x axis. */
    private static void contours(XYChart chart, double condition) {
        for (double radius = 1; radius < 40; radius += 1.5 + radius / 8) {
            double r = radius;
            double[] angles = DoubleStream.iterate(0, angle -> angle + Math.PI / 90)
                    .limit(181)
                    .toArray();
            Style.backgroundLine(
                    chart,
                    Arrays.stream(angles).map(angle -> r * Math.cos(angle)).toArray(),
                    Arrays.stream(angles)
                            .map(angle -> r * Math.sin(angle) / Math.sqrt(condition))
                            .toArray());
        }
    }

    private static XYChart losses(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(
                        Locale.ROOT, "Least squares with sgd, η = %.1f, decay %s", SGD_RATE, values.choice("decay")),
                "epoch",
                "loss above the smallest");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_EPOCHS);
        double[] epochs = IntStream.rangeClosed(0, N_EPOCHS).asDoubleStream().toArray();
        for (int k = 0; k < BATCH_SIZES.length; k++) {
            String name = BATCH_SIZES[k] == N_SAMPLES ? "all " + N_SAMPLES : "batchSize " + BATCH_SIZES[k];
            Style.path(chart, name, k, epochs, drawn(yours.excess[k]));
        }
        for (int k = 0; reference != null && k < BATCH_SIZES.length; k++) {
            Style.referenceLine(chart, epochs, drawn(reference.excess[k]));
        }
        return chart;
    }

    private static double[] drawn(double[] excess) {
        return Arrays.stream(excess)
                .map(loss -> Math.max(FLOOR, Math.min(CEILING, loss)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String ways = IntStream.range(0, yours.ways.length)
                .mapToObj(k -> {
                    double[][] way = yours.ways[k];
                    double[] end = way[way.length - 1];
                    return String.format(
                            Locale.ROOT,
                            "%.3f (%s 2/L) comes to %.3g from the minimum in %d steps",
                            learningRates(values)[k],
                            k == 1
                                    ? "the best, 2/(L + μ), below"
                                    : number(learningRates(values)[k] * values.number("condition") / 2) + " times",
                            Matrix.norm(end),
                            way.length - 1);
                })
                .collect(Collectors.joining("; "));
        String losses = IntStream.range(0, BATCH_SIZES.length)
                .mapToObj(k -> String.format(
                        Locale.ROOT,
                        "%.2g and %.2g with batchSize %d",
                        yours.excess[k][N_EPOCHS / 3],
                        yours.excess[k][N_EPOCHS],
                        BATCH_SIZES[k]))
                .collect(Collectors.joining(", "));
        String words = String.format(
                Locale.ROOT,
                "Left: gradient descent in a valley with curvatures 1 and %s, from (%s, %s) on, over its contours."
                        + " Learning rate %s. Right: least squares on %d samples; after %d and after %d epochs of sgd"
                        + " the loss is above the smallest by %s.",
                values.choice("condition"),
                number(START[0]),
                number(START[1]),
                ways,
                N_SAMPLES,
                N_EPOCHS / 3,
                N_EPOCHS,
                losses);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        for (int k = 0; k < yours.ways.length; k++) {
            if (yours.ways[k].length != reference.ways[k].length) {
                return String.format(
                        "Your way %d has %d steps, the reference's %d.",
                        k + 1, yours.ways[k].length - 1, reference.ways[k].length - 1);
            }
        }
        double ways = IntStream.range(0, yours.ways.length)
                .mapToDouble(k -> largestDifference(yours.ways[k], reference.ways[k]))
                .max()
                .orElse(0);
        double losses = largestDifference(yours.excess, reference.excess);
        return ways < 1e-9 && losses < 1e-9
                ? "Your ways and losses agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "Your ways differ from the reference's by up to %.3g, your losses by up to %.3g.",
                        ways,
                        losses);
    }

    private static double largestDifference(double[][] A, double[][] B) {
        double largest = 0;
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                double scale = Math.max(1, Math.abs(B[i][j]));
                largest = Math.max(largest, Math.abs(A[i][j] - B[i][j]) / scale);
            }
        }
        return largest;
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
