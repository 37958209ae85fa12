package statistics.hypothesistests;

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
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Student's distribution with one observed t, and the p-values of many experiments. */
public final class DifferenceFigure implements Figure<DifferenceFigure.Series> {
    private static final int N_EXPERIMENTS = 400;
    private static final int N_BINS = 10;
    private static final int N_POINTS = 201;
    private static final double REACH = 6;
    private static final double PERSONS = 1;
    private static final double NOISE = 0.5;

    /**
     * What the learner's tests say.
     *
     * @param first t, its degrees of freedom and its p-value
     * @param density (N_POINTS) of Student's distribution with these degrees
     * @param pValues (N_EXPERIMENTS)
     */
    public record Series(double[] first, double[] density, double[] pValues) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("test", "test", List.of("paired", "pooled", "Welch"), "paired"),
                new Range("difference", "true difference", "hours", 0, 2, 0.25, 0.5),
                new Choice("n", "pairs in an experiment", List.of("4", "10", "30"), "10"));
    }

    @Override
    public Series series(Values values) {
        Random random = new Random(1908);
        int n = Integer.parseInt(values.choice("n"));
        double[] pValues = new double[N_EXPERIMENTS];
        double[] first = new double[3];
        for (int run = 0; run < N_EXPERIMENTS; run++) {
            Difference test = test(values, random, n);
            pValues[run] = test.pValue();
            if (run == 0) {
                first = new double[] {test.statistic(), test.degrees(), pValues[0]};
            }
        }
        StudentT student = new StudentT(first[1]);
        double[] density = Arrays.stream(places()).map(student::density).toArray();
        Require.finite("statistic(), degrees() and pValue()", new double[][] {first});
        Require.finite("density", new double[][] {density});
        Require.finite("pValue()", new double[][] {pValues});
        return new Series(first, density, pValues);
    }

    /** Persons differ by an hour, and each night of theirs by half an hour. */
    private static Difference test(Values values, Random random, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double person = PERSONS * random.nextGaussian();
            x[i] = person + NOISE * random.nextGaussian() + values.number("difference");
            y[i] = person + NOISE * random.nextGaussian();
        }
        return switch (values.choice("test")) {
            case "paired" -> Difference.paired(x, y);
            case "pooled" -> Difference.pooled(x, y);
            default -> Difference.welch(x, y);
        };
    }

    private static double[] places() {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(i -> -REACH + 2 * REACH * i / (N_POINTS - 1))
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                String.format(
                        Locale.ROOT,
                        "%s test of %s pairs, true difference %.2f h",
                        name(values),
                        values.choice("n"),
                        values.number("difference")),
                List.of(student(yours, reference), histogram(yours, reference)),
                description(values, yours, reference));
    }

    private static String name(Values values) {
        return switch (values.choice("test")) {
            case "paired" -> "Paired";
            case "pooled" -> "Pooled";
            default -> "Welch's";
        };
    }

    private static XYChart student(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("If there were no difference", "t (standard errors)", "density");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(0.42).setYAxisDecimalPattern("0.##");
        double[] t = places();
        double edge = Math.abs(yours.first[0]);
        for (int sign : new int[] {-1, 1}) {
            for (int i = 0; i < N_POINTS; i++) {
                if (sign * t[i] >= edge) {
                    Style.backgroundLine(chart, new double[] {t[i], t[i]}, new double[] {0, yours.density[i]});
                }
            }
        }
        Style.line(chart, String.format(Locale.ROOT, "t, %.1f degrees", yours.first[1]), 0, t, yours.density);
        double shown = Math.max(-REACH, Math.min(REACH, yours.first[0]));
        Style.points(
                chart,
                String.format(Locale.ROOT, "observed, t = %.2f, p = %.4f", yours.first[0], yours.first[2]),
                1,
                new double[] {shown},
                new double[] {0});
        if (reference != null) {
            Style.referenceLine(chart, t, reference.density);
        }
        return chart;
    }

    private static CategoryChart histogram(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars(
                N_EXPERIMENTS + " experiments, " + below(yours) + " with p < 0.05", "p-value up to", "experiments");
        List<String> bins = IntStream.rangeClosed(1, N_BINS)
                .mapToObj(k -> String.format(Locale.ROOT, "%.1f", k / (double) N_BINS))
                .toList();
        Style.bars(chart, "p-values", bins, counts(yours));
        Style.line(
                chart,
                "if all were equally likely",
                bins,
                IntStream.range(0, N_BINS)
                        .mapToObj(k -> N_EXPERIMENTS / (double) N_BINS)
                        .toList());
        if (reference != null) {
            Style.referenceBars(chart, "reference", bins, counts(reference));
        }
        return chart;
    }

    private static long below(Series series) {
        return Arrays.stream(series.pValues).filter(p -> p < 0.05).count();
    }

    private static List<Double> counts(Series series) {
        double[] counts = new double[N_BINS];
        for (double p : series.pValues) {
            counts[(int) Math.max(0, Math.min(N_BINS - 1, Math.floor(p * N_BINS)))]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Made-up nights of %s persons with two drugs, of which one gives %.2f hours more. Left: the density of t with %.1f degrees"
                        + " of freedom; the experiment has t = %.2f, and %.4f of the area is at least as far out. Right: the"
                        + " p-values of %d such experiments in ten bins; %d are below 0.05, %.0f are between 0.9 and 1.",
                values.choice("n"),
                values.number("difference"),
                yours.first[1],
                yours.first[0],
                yours.first[2],
                N_EXPERIMENTS,
                below(yours),
                counts(yours).get(N_BINS - 1));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.first, reference.first)
                        && Arrays.equals(yours.density, reference.density)
                        && Arrays.equals(yours.pValues, reference.pValues)
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has t = %.2f, p = %.4f, and %d p-values below 0.05.",
                        reference.first[0],
                        reference.first[2],
                        below(reference));
    }
}
