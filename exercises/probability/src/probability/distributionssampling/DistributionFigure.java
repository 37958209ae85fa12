package probability.distributionssampling;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Density and cumulative distribution of six distributions, and draws as a staircase. */
public final class DistributionFigure implements Figure<DistributionFigure.Series> {
    private static final List<String> NAMES =
            List.of("uniform", "exponential", "Bernoulli", "binomial", "Poisson", "normal");

    /**
     * What a distribution says.
     *
     * @param density at all x
     * @param cumulative at all x
     * @param draws as they came
     * @param distance of the draws from the distribution
     */
    public record Series(double[] density, double[] cumulative, double[] draws, double distance) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("distribution", "distribution", NAMES, "normal"),
                new Choice("draws", "number of draws", List.of("10", "30", "100", "300", "1000"), "30"),
                new Range("seed", "seed of the draws", "", 1, 50, 1, 1));
    }

    private static Distribution of(Values values) {
        return switch (values.choice("distribution")) {
            case "uniform" -> new Uniform(1, 3);
            case "exponential" -> new Exponential(1);
            case "Bernoulli" -> new Bernoulli(0.3);
            case "binomial" -> new Binomial(10, 0.3);
            case "Poisson" -> new Poisson(4);
            default -> new Normal(4, 1);
        };
    }

    private static boolean isDiscrete(Values values) {
        return List.of("Bernoulli", "binomial", "Poisson").contains(values.choice("distribution"));
    }

    /** Where it is looked at: whole numbers, or everything from 0 to 8; for Bernoulli and uniform a part of it. */
    private static double[] places(Values values) {
        double reach = reach(values);
        return isDiscrete(values)
                ? IntStream.rangeClosed(0, (int) reach).asDoubleStream().toArray()
                : IntStream.rangeClosed(0, 200)
                        .mapToDouble(i -> reach * i / 200)
                        .toArray();
    }

    private static double reach(Values values) {
        return switch (values.choice("distribution")) {
            case "uniform" -> 4;
            case "exponential" -> 5;
            case "Bernoulli" -> 2;
            case "binomial" -> 10;
            case "Poisson" -> 12;
            default -> 8;
        };
    }

    @Override
    public Series series(Values values) {
        Distribution distribution = of(values);
        double[] x = places(values);
        double[] density = Arrays.stream(x).map(distribution::density).toArray();
        double[] cumulative = Arrays.stream(x).map(distribution::cumulative).toArray();
        int n = Integer.parseInt(values.choice("draws"));
        Random random = new Random(values.whole("seed"));
        double[] draws = distribution.sample(IntStream.range(0, n)
                .mapToDouble(i -> 1 - random.nextDouble() * 0.999999)
                .toArray());
        Require.length("sample", draws, n);
        Require.finite("density and cumulative", new double[][] {density, cumulative});
        Require.finite("sample", new double[][] {draws});
        return new Series(density, cumulative, draws, distance(values, distribution, draws));
    }

    /** With whole numbers both jump at the same places, so it is enough to look there. */
    private static double distance(Values values, Distribution distribution, double[] draws) {
        if (!isDiscrete(values)) {
            return Sampling.ksDistance(
                    Arrays.stream(draws).map(distribution::cumulative).toArray());
        }
        double largest = 0;
        for (double x : places(values)) {
            double share = Arrays.stream(draws).filter(draw -> draw <= x).count() / (double) draws.length;
            largest = Math.max(largest, Math.abs(share - distribution.cumulative(x)));
        }
        return largest;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "The " + values.choice("distribution") + " distribution",
                List.of(sides(values, yours, reference), staircase(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart sides(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Density and cumulative distribution", "x", "probability, or density per unit of x");
        Style.rangeX(chart, 0, reach(values));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.02);
        double[] x = places(values);
        if (isDiscrete(values)) {
            Style.points(chart, "probability of x", 0, x, yours.density);
            Style.points(chart, "probability up to x", 1, x, yours.cumulative);
            if (reference != null) {
                Style.referencePoints(chart, "reference", x, reference.density);
                Style.referencePoints(chart, "reference, up to x", x, reference.cumulative);
            }
        } else {
            Style.line(chart, "density", 0, x, yours.density);
            Style.line(chart, "cumulative", 1, x, yours.cumulative);
            if (reference != null) {
                Style.referenceLine(chart, x, reference.density);
                Style.referenceLine(chart, x, reference.cumulative);
            }
        }
        return chart;
    }

    private static XYChart staircase(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(Locale.ROOT, "%d draws, at most %.3f away", yours.draws.length, yours.distance),
                "x",
                "share up to x");
        Style.rangeX(chart, 0, reach(values));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.02);
        double[] x = IntStream.rangeClosed(0, 1000)
                .mapToDouble(i -> reach(values) * i / 1000)
                .toArray();
        Style.line(
                chart,
                "cumulative",
                1,
                x,
                Arrays.stream(x).map(t -> at(values, yours, t)).toArray());
        Style.line(chart, "draws", 0, x, shares(yours, x));
        if (reference != null) {
            Style.referenceLine(chart, x, shares(reference, x));
        }
        return chart;
    }

    /** The cumulative distribution at t, from its values at all places. */
    private static double at(Values values, Series series, double t) {
        double[] x = places(values);
        int i = (int) Math.min(x.length - 1, Math.floor(t / x[1]));
        return isDiscrete(values) || i == x.length - 1
                ? series.cumulative[i]
                : series.cumulative[i] + (t - x[i]) / x[1] * (series.cumulative[i + 1] - series.cumulative[i]);
    }

    private static double[] shares(Series series, double[] x) {
        return Arrays.stream(x)
                .map(t -> Arrays.stream(series.draws).filter(draw -> draw <= t).count() / (double) series.draws.length)
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] x = places(values);
        int highest = IntStream.range(0, x.length).reduce(0, (a, b) -> yours.density[b] > yours.density[a] ? b : a);
        String words = String.format(
                Locale.ROOT,
                "Left: the %s distribution. Its density is highest at %.2f, with %.4f, and %.4f of the probability is up to there."
                        + " Right: %d draws as a staircase, at most %.4f away from the cumulative distribution.",
                values.choice("distribution"),
                x[highest],
                yours.density[highest],
                yours.cumulative[highest],
                yours.draws.length,
                yours.distance);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.density, reference.density)
                && Arrays.equals(yours.cumulative, reference.cumulative)
                && Arrays.equals(yours.draws, reference.draws)
                && yours.distance == reference.distance;
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference's draws are at most %.4f away, yours %.4f.",
                        reference.distance,
                        yours.distance);
    }
}
