package statistics.mlemap;

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
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A log-likelihood, and what one believed before the data and believes after them. */
public final class MleMapFigure implements Figure<MleMapFigure.Series> {
    private static final String EVENTS = "events (Bernoulli)";
    private static final String COUNTS = "counts (Poisson)";
    private static final String TIMES = "waiting times (exponential)";
    private static final String NUMBERS = "normal numbers";
    private static final int N_POINTS = 400;
    private static final double NOISE = 2;

    /**
     * What the learner's likelihood and beliefs say.
     *
     * @param logLikelihood (N_POINTS) by the parameter
     * @param logPrior (N_POINTS)
     * @param logPosterior (N_POINTS)
     * @param summary MLE, posterior mean, mode and deviation
     */
    public record Series(double[] logLikelihood, double[] logPrior, double[] logPosterior, double[] summary) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("model", "data", List.of(EVENTS, COUNTS, TIMES, NUMBERS), EVENTS),
                new Choice("n", "number of data", List.of("1", "5", "20", "100"), "5"),
                new Choice("prior", "prior", List.of("flat", "weak", "strong"), "strong"));
    }

    /** Largest parameter that is shown. */
    private static double reach(Values values) {
        return switch (values.choice("model")) {
            case EVENTS -> 1;
            case COUNTS, TIMES -> 6;
            default -> 8;
        };
    }

    /** Parameters from just above 0 to the reach, just below it. */
    private static double[] parameters(Values values) {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(i -> reach(values) * (i + 0.5) / N_POINTS)
                .toArray();
    }

    /** Data with the parameter 0.7, 2, 2 or 3; the first ones are the same for each n. */
    private static double[] data(Values values) {
        Random random = new Random(1710);
        return IntStream.range(0, Integer.parseInt(values.choice("n")))
                .mapToDouble(i -> switch (values.choice("model")) {
                    case EVENTS -> random.nextDouble() < 0.7 ? 1 : 0;
                    case COUNTS -> count(random, 2);
                    case TIMES -> -Math.log1p(-random.nextDouble()) / 2 + 1e-9;
                    default -> 3 + NOISE * random.nextGaussian();
                })
                .toArray();
    }

    private static double count(Random random, double mean) {
        int k = 0;
        for (double left = Math.exp(-mean), p = random.nextDouble(); p > left; k++) {
            p *= random.nextDouble();
        }
        return k;
    }

    @Override
    public Series series(Values values) {
        double[] x = data(values);
        boolean isFlat = values.choice("prior").equals("flat");
        double weight = values.choice("prior").equals("strong") ? 20 : 2;
        return switch (values.choice("model")) {
            case EVENTS -> {
                Beta prior = isFlat ? new Beta(1, 1) : new Beta(1 + 0.4 * weight, 1 + 0.6 * weight);
                yield series(values, prior, prior.after(x), Estimates.bernoulli(x));
            }
            case COUNTS -> {
                Gamma prior = isFlat ? new Gamma(1, 0) : new Gamma(1 + 3.5 * weight, weight);
                yield series(values, prior, prior.afterCounts(x), Estimates.poisson(x));
            }
            case TIMES -> {
                Gamma prior = isFlat ? new Gamma(1, 0) : new Gamma(1 + 3.5 * weight, weight);
                yield series(values, prior, prior.afterTimes(x), Estimates.exponential(x));
            }
            default -> {
                NormalMean prior = new NormalMean(5, isFlat ? Double.POSITIVE_INFINITY : NOISE / Math.sqrt(weight));
                yield series(values, prior, prior.after(x, NOISE), mean(x));
            }
        };
    }

    /** Of a single number there is no deviation, and so no Estimates.normal. */
    private static double mean(double[] x) {
        return x.length == 1 ? x[0] : Estimates.normal(x)[0];
    }

    private static Series series(Values values, Belief prior, Belief posterior, double mle) {
        double[] x = data(values);
        double[] t = parameters(values);
        double[] logLikelihood = Arrays.stream(t)
                .map(parameter -> logLikelihood(values, x, parameter))
                .toArray();
        double[] logPrior = Arrays.stream(t).map(prior::logDensity).toArray();
        double[] logPosterior = Arrays.stream(t).map(posterior::logDensity).toArray();
        double[] summary = {mle, posterior.mean(), posterior.mode(), posterior.deviation()};
        Require.finite("log-likelihood", new double[][] {logLikelihood});
        Require.finite("logDensity", new double[][] {logPrior, logPosterior});
        Require.finite("estimates, mean(), mode() and deviation()", new double[][] {summary});
        return new Series(logLikelihood, logPrior, logPosterior, summary);
    }

    private static double logLikelihood(Values values, double[] x, double parameter) {
        return switch (values.choice("model")) {
            case EVENTS -> Likelihood.bernoulli(x, parameter);
            case COUNTS -> Likelihood.poisson(x, parameter);
            case TIMES -> Likelihood.exponential(x, parameter);
            default -> Likelihood.normal(x, parameter, NOISE);
        };
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Likelihood, prior and posterior: " + values.choice("model") + ", n = " + values.choice("n"),
                List.of(likelihood(values, yours, reference), beliefs(values, yours, reference)),
                description(values, yours, reference));
    }

    private static String parameterName(Values values) {
        return switch (values.choice("model")) {
            case EVENTS -> "probability p";
            case COUNTS -> "mean of the counts";
            case TIMES -> "rate (in a unit of time)";
            default -> "mean of the numbers";
        };
    }

    private static XYChart likelihood(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Log-likelihood, less its largest value", parameterName(values), "logarithm of a probability");
        Style.rangeX(chart, 0, reach(values));
        chart.getStyler().setYAxisMin(-10.0).setYAxisMax(0.5);
        double[] t = parameters(values);
        double[] curve = lowered(yours.logLikelihood);
        Style.line(chart, "log-likelihood", 0, visible(t, curve), visible(curve, curve));
        Style.points(chart, "MLE", 1, new double[] {yours.summary[0]}, new double[] {0});
        if (reference != null) {
            double[] theirs = lowered(reference.logLikelihood);
            Style.referenceLine(chart, visible(t, theirs), visible(theirs, theirs));
        }
        return chart;
    }

    private static double[] lowered(double[] logarithms) {
        double largest = Arrays.stream(logarithms).max().orElse(0);
        return Arrays.stream(logarithms).map(v -> v - largest).toArray();
    }

    /** Those entries where the curve is not far below. */
    private static double[] visible(double[] a, double[] curve) {
        return IntStream.range(0, a.length)
                .filter(i -> curve[i] >= -10)
                .mapToDouble(i -> a[i])
                .toArray();
    }

    private static XYChart beliefs(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Before and after", parameterName(values), "density");
        Style.rangeX(chart, 0, reach(values));
        double[] t = parameters(values);
        double[] prior = density(values, yours.logPrior);
        double[] posterior = density(values, yours.logPosterior);
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisMax(1.1
                        * Math.max(
                                Arrays.stream(prior).max().orElse(1),
                                Arrays.stream(posterior).max().orElse(1)));
        Style.line(chart, "prior", 2, t, prior);
        Style.line(chart, "posterior", 0, t, posterior);
        Style.points(chart, "MAP", 0, new double[] {yours.summary[2]}, new double[] {
            Arrays.stream(posterior).max().orElse(0)
        });
        Style.points(chart, "MLE", 1, new double[] {yours.summary[0]}, new double[] {0});
        if (reference != null) {
            Style.referenceLine(chart, t, density(values, reference.logPrior));
            Style.referenceLine(chart, t, density(values, reference.logPosterior));
        }
        return chart;
    }

    /** With the area 1 over what is shown. */
    private static double[] density(Values values, double[] logarithms) {
        double[] heights = Arrays.stream(lowered(logarithms)).map(Math::exp).toArray();
        double area = Arrays.stream(heights).sum() * reach(values) / N_POINTS;
        return Arrays.stream(heights).map(v -> v / area).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the log-likelihood of %s, n = %s, by the parameter; it is largest at %.3f. Right: a %s prior, and the posterior, which"
                        + " has its top at %.3f, its mean at %.3f and the standard deviation %.3f.",
                values.choice("model"),
                values.choice("n"),
                yours.summary[0],
                values.choice("prior"),
                yours.summary[2],
                yours.summary[1],
                yours.summary[3]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.summary, reference.summary)
                        && Arrays.equals(yours.logLikelihood, reference.logLikelihood)
                        && Arrays.equals(yours.logPosterior, reference.logPosterior)
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has the MLE %.3f, the top at %.3f, the mean %.3f and the deviation %.3f.",
                        reference.summary[0],
                        reference.summary[2],
                        reference.summary[1],
                        reference.summary[3]);
    }
}
