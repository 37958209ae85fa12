package javabasics.callwrappers;

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
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javabasics.callwrappers.Wrappers.Timing;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A server that fails at times: what a second attempt is worth, and what it costs. */
public final class WrappersFigure implements Figure<WrappersFigure.Series> {
    private static final int N_TASKS = 200;
    private static final int N_SHOWN = 60;
    private static final int MAX_ATTEMPTS = 8;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /**
     * What came of the tasks.
     *
     * @param shares (8) share of tasks that succeeded with 1, 2, … attempts
     * @param milliseconds (nTimings) reported for the first tasks, with the chosen number of attempts
     * @param hasSucceeded (nTimings)
     */
    public record Series(double[] shares, double[] milliseconds, boolean[] hasSucceeded) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("failing", "attempts that fail", "%", 0, 95, 5, 40),
                new Range("attempts", "attempts in the panel on the right", "", 1, MAX_ATTEMPTS, 1, 3));
    }

    @Override
    public Series series(Values values) {
        double[] shares = IntStream.rangeClosed(1, MAX_ATTEMPTS)
                .mapToDouble(attempts -> timings(values, attempts, N_TASKS).stream()
                        .mapToInt(timing -> timing.hasSucceeded() ? 1 : 0)
                        .average()
                        .orElse(0))
                .toArray();
        List<Timing> shown = timings(values, values.whole("attempts"), N_SHOWN);
        boolean[] hasSucceeded = new boolean[shown.size()];
        for (int i = 0; i < hasSucceeded.length; i++) {
            hasSucceeded[i] = shown.get(i).hasSucceeded();
        }
        double[] milliseconds = shown.stream()
                .mapToDouble(timing -> timing.nanos() / NANOS_PER_MILLISECOND)
                .toArray();
        return new Series(shares, milliseconds, hasSucceeded);
    }

    /** Calls so many tasks of a server whose clock is made up. */
    private static List<Timing> timings(Values values, int attempts, int nTasks) {
        SplittableRandom random = new SplittableRandom(8);
        long[] now = new long[1];
        List<Timing> timings = new ArrayList<>();
        Supplier<Integer> server = () -> {
            now[0] += (long) (NANOS_PER_MILLISECOND * (20 + 10 * random.nextDouble()));
            if (random.nextDouble() < values.number("failing") / 100) {
                throw new IllegalStateException("the server is busy");
            }
            return 0;
        };
        Supplier<Integer> task = Wrappers.timed("fetch", Wrappers.retry(attempts, server), () -> now[0], timings::add);
        for (int i = 0; i < nTasks; i++) {
            try {
                Require.that(task.get() == 0, "the wrapped task must return what the server does, 0");
            } catch (IllegalStateException e) {
                Require.that("the server is busy".equals(e.getMessage()), "retry threw %s", e);
            }
        }
        return timings;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                String.format(
                        Locale.ROOT,
                        "A made-up server that fails in %.0f %% of all attempts",
                        values.number("failing")),
                List.of(shares(values, yours, reference), times(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart shares(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Tasks that succeed", "attempts allowed", "share of " + N_TASKS + " tasks (%)");
        double[] attempts =
                IntStream.rangeClosed(1, MAX_ATTEMPTS).asDoubleStream().toArray();
        Style.rangeX(chart, 1, MAX_ATTEMPTS);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(105.0);
        double failing = values.number("failing") / 100;
        Style.line(
                chart,
                "1 − pⁿ",
                4,
                attempts,
                Arrays.stream(attempts)
                        .map(n -> 100 * (1 - Math.pow(failing, n)))
                        .toArray());
        Style.path(chart, "with retry", 0, attempts, percent(yours.shares));
        if (reference != null) {
            Style.referenceLine(chart, attempts, percent(reference.shares));
        }
        return chart;
    }

    private static XYChart times(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                String.format(Locale.ROOT, "Time with at most %d attempts", values.whole("attempts")),
                "task",
                "reported time (ms)");
        Style.rangeX(chart, 1, N_SHOWN);
        double longest = DoubleStream.concat(
                        Arrays.stream(yours.milliseconds), DoubleStream.of(30 * values.whole("attempts")))
                .max()
                .orElseThrow();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.1 * longest);
        points(chart, "succeeded", 0, yours, true);
        points(chart, "failed", 1, yours, false);
        if (reference != null) {
            Style.referencePoints(
                    chart,
                    "reference",
                    IntStream.rangeClosed(1, reference.milliseconds.length)
                            .asDoubleStream()
                            .toArray(),
                    reference.milliseconds);
        }
        return chart;
    }

    private static void points(XYChart chart, String name, int group, Series series, boolean hasSucceeded) {
        int[] chosen = IntStream.range(0, series.milliseconds.length)
                .filter(i -> series.hasSucceeded[i] == hasSucceeded)
                .toArray();
        if (chosen.length > 0) {
            Style.points(
                    chart,
                    name,
                    group,
                    Arrays.stream(chosen).mapToDouble(i -> i + 1).toArray(),
                    Arrays.stream(chosen)
                            .mapToDouble(i -> series.milliseconds[i])
                            .toArray());
        }
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: of %d tasks, each attempt at which fails with a chance of %.0f %%, %.1f %% succeed with one"
                        + " attempt, %.1f %% with two and %.1f %% with %d. Right: with at most %d attempts, %d of %d timings"
                        + " report success; the mean is %.1f ms.",
                N_TASKS,
                values.number("failing"),
                100 * yours.shares[0],
                100 * yours.shares[1],
                100 * yours.shares[MAX_ATTEMPTS - 1],
                MAX_ATTEMPTS,
                values.whole("attempts"),
                IntStream.range(0, yours.hasSucceeded.length)
                        .filter(i -> yours.hasSucceeded[i])
                        .count(),
                yours.hasSucceeded.length,
                mean(yours));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static double mean(Series series) {
        return Arrays.stream(series.milliseconds).average().orElse(0);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.shares, reference.shares)
                        && Arrays.equals(yours.milliseconds, reference.milliseconds)
                        && Arrays.equals(yours.hasSucceeded, reference.hasSucceeded)
                ? "Your tasks fare as the reference's do."
                : String.format(
                        Locale.ROOT,
                        "In the reference, %.1f %% succeed with one attempt and %.1f %% with %d; the mean is %.1f ms, of %d"
                                + " timings.",
                        100 * reference.shares[0],
                        100 * reference.shares[MAX_ATTEMPTS - 1],
                        MAX_ATTEMPTS,
                        mean(reference),
                        reference.milliseconds.length);
    }
}
