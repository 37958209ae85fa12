package regression.linearregression;

import gradus.datasets.Datasets;
import gradus.datasets.Pairs;
import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.Svd;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Csv;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A line through samples, what it misses, and how gradient descent gets to it. */
public final class LinearRegressionFigure implements Figure<LinearRegressionFigure.Series> {
    private static final String STANDARDISED = "standardised";
    private static final String SCALED = "scaled, not centred";
    private static final int N_STEPS = 30;

    /** Every sample whose residual is drawn as a line: all of them would be a thicket. */
    private static final int EVERY = 4;

    /** Samples whose residuals are averaged. */
    private static final int WINDOW = 50;

    /**
     * What the room's methods gave.
     *
     * @param bias of the line by QR
     * @param weight of the line by QR
     * @param predictions (nSamples) of the line
     * @param r2 of the line
     * @param residualStandardError of the line, in the unit of y
     * @param way (1 + nSteps, 2) bias and weight after each step of gradient descent, for the scaled feature
     */
    public record Series(
            double bias,
            double weight,
            double[] predictions,
            double r2,
            double residualStandardError,
            double[][] way) {}

    /**
     * What the line goes through: a table of the user's own; else the Auto table where it can be had, or synthetic cars
     * that resemble it.
     *
     * @param feature name of X
     * @param target name of y
     * @param unit of y
     */
    private record Samples(String name, String feature, String target, String unit, double[][] X, double[] y) {
        static Samples of(Values values) {
            String csv = values.csv("table");
            if (!csv.isEmpty()) {
                return own(Pairs.of("table", csv, "the feature first and then the target"));
            }
            try {
                double[][] table = Datasets.table("islr/Auto.csv").numbers("horsepower", "mpg");
                return cars(table.length + " cars of the Auto data", feature(table), Matrix.column(table, 1));
            } catch (NoData e) {
                return synthetic(new SplittableRandom(4));
            }
        }

        private static Samples own(Pairs pairs) {
            return new Samples(
                    String.format(Locale.ROOT, "%,d rows of your table", pairs.values().length),
                    pairs.x(),
                    pairs.y(),
                    pairs.y(),
                    feature(pairs.values()),
                    Matrix.column(pairs.values(), 1));
        }

        private static Samples cars(String name, double[][] horsepower, double[] mpg) {
            return new Samples(name, "horsepower", "miles per gallon", "mpg", horsepower, mpg);
        }

        private static Samples synthetic(SplittableRandom random) {
            double[][] horsepower = new double[300][1];
            double[] mpg = new double[horsepower.length];
            for (int i = 0; i < mpg.length; i++) {
                horsepower[i][0] =
                        Math.rint(Math.min(230, 46 + 55 * Math.abs(random.nextGaussian()) + 30 * random.nextDouble()));
                mpg[i] = Math.max(8, 6 + 2000 / (horsepower[i][0] + 20) + 3.5 * random.nextGaussian());
            }
            return cars(mpg.length + " synthetic cars, not the Auto data", horsepower, mpg);
        }

        /** How many neighbours are averaged. */
        int window() {
            return Math.min(WINDOW, y.length / 4);
        }

        /** The feature in standard deviations, from the mean on or from 0. */
        double[][] scaled(boolean standardised) {
            double mean = Arrays.stream(x()).average().orElseThrow();
            double variance = Arrays.stream(x())
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            return Arrays.stream(X)
                    .map(x -> new double[] {(x[0] - (standardised ? mean : 0)) / Math.sqrt(variance)})
                    .toArray(double[][]::new);
        }

        double[] x() {
            return Matrix.column(X, 0);
        }

        /** The first column as a matrix. */
        private static double[][] feature(double[][] table) {
            return Matrix.transpose(new double[][] {Matrix.column(table, 0)});
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("feature", "feature for gradient descent", List.of(STANDARDISED, SCALED), SCALED),
                new Range("factor", "learning rate, in units of 2/L", "", 0.02, 1.04, 0.02, 0.9),
                new Csv("table", "a table of your own, feature first, then target"));
    }

    @Override
    public void require(Values values) {
        Samples.of(values);
    }

    @Override
    public Series series(Values values) {
        Samples samples = Samples.of(values);
        LinearRegression line = LinearRegression.fitQr(samples.X, samples.y);
        double[] predictions = line.predict(samples.X);
        Require.length("predict(X)", predictions, samples.y.length);
        LinearRegression.Summary summary = line.summary(samples.X, samples.y);
        double[][] feature = feature(values, samples);
        double[][] way = IntStream.rangeClosed(0, N_STEPS)
                .mapToObj(nSteps ->
                        LinearRegression.fitGradientDescent(feature, samples.y, learningRate(values, feature), nSteps))
                .map(model -> new double[] {model.bias(), one("weights", model.weights())})
                .toArray(double[][]::new);
        Require.finite("predict(X)", new double[][] {predictions});
        Require.finite("coefficients of fitGradientDescent", way);
        return new Series(
                line.bias(),
                one("weights", line.weights()),
                predictions,
                summary.r2(),
                summary.residualStandardError(),
                way);
    }

    private static double one(String name, double[] weights) {
        Require.length(name, weights, 1);
        return weights[0];
    }

    private static double[][] feature(Values values, Samples samples) {
        return samples.scaled(values.choice("feature").equals(STANDARDISED));
    }

    /** L, the largest curvature of the mean squared error, is 2/n times the largest squared singular value. */
    private static double learningRate(Values values, double[][] feature) {
        double s = Svd.thin(Matrix.withOnes(feature)).s()[0];
        return values.number("factor") * feature.length / (s * s);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        Samples samples = Samples.of(values);
        return new Drawing(
                "A line through " + samples.name,
                List.of(
                        line(samples, yours, reference),
                        residuals(samples, yours, reference),
                        costs(values, samples, yours, reference),
                        bowl(values, samples, yours, reference)),
                description(values, samples, yours, reference));
    }

    private static XYChart line(Samples samples, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(
                        Locale.ROOT,
                        "%s = %.2f %s %.4f · %s",
                        samples.unit,
                        yours.bias,
                        yours.weight < 0 ? "−" : "+",
                        Math.abs(yours.weight),
                        samples.feature),
                samples.feature,
                samples.target);
        double[] x = samples.x();
        for (int i = 0; i < x.length; i += EVERY) {
            Style.backgroundLine(chart, new double[] {x[i], x[i]}, new double[] {samples.y[i], yours.predictions[i]});
        }
        Style.points(chart, "samples", 0, x, samples.y);
        double[] ends = {min(x), max(x)};
        Style.line(
                chart,
                "line",
                1,
                ends,
                Arrays.stream(ends).map(at -> yours.bias + yours.weight * at).toArray());
        if (reference != null) {
            Style.referenceLine(
                    chart,
                    ends,
                    Arrays.stream(ends)
                            .map(at -> reference.bias + reference.weight * at)
                            .toArray());
        }
        return chart;
    }

    private static XYChart residuals(Samples samples, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "What the line misses", "prediction (" + samples.unit + ")", "residual (" + samples.unit + ")");
        double[] ends = {min(yours.predictions), max(yours.predictions)};
        Style.backgroundLine(chart, ends, new double[] {0, 0});
        Style.points(chart, "residuals", 0, yours.predictions, Matrix.plus(samples.y, -1, yours.predictions));
        double[][] means = movingMeans(samples, yours.predictions);
        Style.line(chart, "mean of " + samples.window() + " neighbours", 1, means[0], means[1]);
        if (reference != null) {
            double[][] theirs = movingMeans(samples, reference.predictions);
            Style.referenceLine(chart, theirs[0], theirs[1]);
        }
        return chart;
    }

    /** Prediction and residual, averaged over windows of samples in the order of their predictions. */
    private static double[][] movingMeans(Samples samples, double[] predictions) {
        int[] order = order(predictions);
        double[][] means = new double[2][order.length - samples.window() + 1];
        for (int first = 0; first < means[0].length; first++) {
            for (int i = first; i < first + samples.window(); i++) {
                means[0][first] += predictions[order[i]] / samples.window();
                means[1][first] += (samples.y[order[i]] - predictions[order[i]]) / samples.window();
            }
        }
        return means;
    }

    private static double[] meansOfThirds(Samples samples, double[] predictions) {
        int[] order = order(predictions);
        return IntStream.range(0, 3)
                .mapToDouble(third -> Arrays.stream(order, third * order.length / 3, (third + 1) * order.length / 3)
                        .mapToDouble(i -> samples.y[i] - predictions[i])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static int[] order(double[] predictions) {
        return IntStream.range(0, predictions.length)
                .boxed()
                .sorted((a, b) -> Double.compare(predictions[a], predictions[b]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static XYChart costs(Values values, Samples samples, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Cost of gradient descent, feature " + values.choice("feature"),
                "step",
                "mean squared error (" + samples.unit + "²)");
        Style.rangeX(chart, 0, N_STEPS);
        double[] steps = IntStream.rangeClosed(0, N_STEPS).asDoubleStream().toArray();
        double[][] feature = feature(values, samples);
        double[] cost = costs(feature, samples.y, yours.way);
        double least =
                yours.residualStandardError * yours.residualStandardError * (samples.y.length - 2) / samples.y.length;
        Style.backgroundLine(chart, new double[] {0, N_STEPS}, new double[] {least, least});
        Style.path(chart, "cost", 0, steps, cost);
        if (reference != null) {
            Style.referenceLine(chart, steps, costs(feature, samples.y, reference.way));
        }
        return chart;
    }

    private static double[] costs(double[][] feature, double[] y, double[][] way) {
        double[][] A = Matrix.withOnes(feature);
        return Arrays.stream(way)
                .mapToDouble(c -> Matrix.norm(Matrix.plus(y, -1, Matrix.times(A, c))))
                .map(norm -> norm * norm / y.length)
                .toArray();
    }

    private static XYChart bowl(Values values, Samples samples, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Its way over the contours of the cost",
                "bias (" + samples.unit + ")",
                "weight (" + samples.unit + " per deviation)");
        double[][] feature = feature(values, samples);
        Svd svd = Svd.thin(Matrix.withOnes(feature));
        double[] best = best(svd, samples.y);
        double reach = Math.max(0.42 * Matrix.norm(best), 0.62 * Math.abs(best[1]));
        Style.equalUnits(chart, best[0] / 2, best[1] / 2, reach);
        for (double mark = 0.1; mark < 4; mark *= 1.6) {
            contour(chart, svd, best, mark * reach);
        }
        Style.path(chart, "gradient descent", 0, Matrix.column(yours.way, 0), Matrix.column(yours.way, 1));
        Style.points(chart, "least squares", 1, new double[] {best[0]}, new double[] {best[1]});
        if (reference != null) {
            Style.referenceLine(chart, Matrix.column(reference.way, 0), Matrix.column(reference.way, 1));
        }
        return chart;
    }

    /** The coefficients of least squares, from the decomposition and not from the room. */
    private static double[] best(Svd svd, double[] y) {
        double[] turned = Matrix.times(Matrix.transpose(svd.u()), y);
        Arrays.setAll(turned, k -> turned[k] / svd.s()[k]);
        return Matrix.times(Matrix.transpose(svd.vt()), turned);
    }

    /** The ellipse of equal cost that reaches out from the best coefficients by {@code reach} where it is narrowest. */
    private static void contour(XYChart chart, Svd svd, double[] best, double reach) {
        double[][] points = IntStream.rangeClosed(0, 180)
                .mapToObj(i -> Matrix.plus(
                        Matrix.plus(best, reach * Math.cos(i * Math.PI / 90), svd.vt()[0]),
                        reach * Math.sin(i * Math.PI / 90) * svd.s()[0] / svd.s()[1],
                        svd.vt()[1]))
                .toArray(double[][]::new);
        Style.backgroundLine(chart, Matrix.column(points, 0), Matrix.column(points, 1));
    }

    private static String description(Values values, Samples samples, Series yours, @Nullable Series reference) {
        double[] costs = costs(feature(values, samples), samples.y, yours.way);
        double[] thirds = meansOfThirds(samples, yours.predictions);
        String words = String.format(
                Locale.ROOT,
                "%s. Top: the line %s = %.5f %s %.6f · %s, with R² %.4f and a residual standard error of %.3f;"
                        + " its residuals average %.1f in the lowest third of the predictions, %.1f in the"
                        + " middle third and %.1f in the highest. Bottom: gradient descent on the feature, %s, with %s"
                        + " times 2/L as learning"
                        + " rate; the mean squared error goes from %.4g to %.4g in %d steps.",
                samples.name,
                samples.unit,
                yours.bias,
                yours.weight < 0 ? "−" : "+",
                Math.abs(yours.weight),
                samples.feature,
                yours.r2,
                yours.residualStandardError,
                thirds[0],
                thirds[1],
                thirds[2],
                values.choice("feature"),
                values.choice("factor"),
                costs[0],
                costs[N_STEPS],
                N_STEPS);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        double line = Math.max(Math.abs(yours.bias - reference.bias), Math.abs(yours.weight - reference.weight));
        double way = 0;
        for (int step = 0; step < yours.way.length; step++) {
            way = Math.max(way, Matrix.norm(Matrix.plus(yours.way[step], -1, reference.way[step])));
        }
        return line < 1e-6 && way < 1e-6
                ? "Your line and your way agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "Your line differs from the reference's by up to %.3g, your way by up to %.3g.",
                        line,
                        way);
    }

    private static double min(double[] a) {
        return Arrays.stream(a).min().orElseThrow();
    }

    private static double max(double[] a) {
        return Arrays.stream(a).max().orElseThrow();
    }
}
