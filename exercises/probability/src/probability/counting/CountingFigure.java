package probability.counting;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Shared birthdays by the number of people, and the share of games won with and without switching. */
public final class CountingFigure implements Figure<CountingFigure.Series> {
    private static final int MAX_PEOPLE = 60;
    private static final int MAX_GAMES = 500;

    /**
     * What the learner counted.
     *
     * @param shared (MAX_PEOPLE) probabilities for 1, 2, … people
     * @param switching (games) share won after each
     * @param staying (games) share won after each
     */
    public record Series(double[] shared, double[] switching, double[] staying) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("days", "days in a year", "", 15, 665, 50, 365),
                new Range("seed", "seed of the games", "", 1, 50, 1, 1));
    }

    @Override
    public Series series(Values values) {
        double[] shared = new double[MAX_PEOPLE];
        for (int n = 1; n <= MAX_PEOPLE; n++) {
            shared[n - 1] = Chance.sharedBirthday(n, values.whole("days"));
        }
        Random random = new Random(values.whole("seed"));
        double[] switching = Chance.runningShare(MAX_GAMES, true, random::nextInt);
        double[] staying = Chance.runningShare(MAX_GAMES, false, random::nextInt);
        Require.length("runningShare", switching, MAX_GAMES);
        Require.length("runningShare", staying, MAX_GAMES);
        Require.finite("sharedBirthday", new double[][] {shared});
        Require.finite("runningShare", new double[][] {switching, staying});
        return new Series(shared, switching, staying);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Would you bet?",
                List.of(birthdays(values, yours, reference), doors(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart birthdays(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Two share one of " + values.choice("days") + " birthdays", "people", "probability");
        Style.rangeX(chart, 0, MAX_PEOPLE);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        Style.backgroundLine(chart, new double[] {0, MAX_PEOPLE}, new double[] {0.5, 0.5});
        double[] x = numbers(MAX_PEOPLE);
        Style.line(chart, "shared birthday", 0, x, yours.shared);
        int even = even(yours.shared);
        if (even > 0) {
            Style.points(
                    chart, "even bet: " + even + " people", 1, new double[] {even}, new double[] {yours.shared[even - 1]
                    });
        }
        if (reference != null) {
            Style.referenceLine(chart, x, reference.shared);
        }
        return chart;
    }

    private static XYChart doors(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Share of games won", "games", "share won so far");
        Style.rangeX(chart, 0, MAX_GAMES);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        double[] x = numbers(MAX_GAMES);
        for (double p : new double[] {1 / 3.0, 2 / 3.0}) {
            for (int sign : new int[] {-1, 1}) {
                Style.backgroundLine(
                        chart, x, of(n -> Math.min(1, Math.max(0, p + sign * 2 * Math.sqrt(p * (1 - p) / n)))));
            }
        }
        Style.line(chart, "switches", 0, x, yours.switching);
        Style.line(chart, "stays", 1, x, yours.staying);
        if (reference != null) {
            Style.referenceLine(chart, x, reference.switching);
            Style.referenceLine(chart, x, reference.staying);
        }
        return chart;
    }

    private static double[] numbers(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    private static double[] of(IntToDoubleFunction f) {
        return IntStream.rangeClosed(1, MAX_GAMES).mapToDouble(f).toArray();
    }

    /** The smallest number of people with a probability of at least one half, or 0. */
    private static int even(double[] shared) {
        return IntStream.rangeClosed(1, shared.length)
                .filter(n -> shared[n - 1] >= 0.5)
                .findFirst()
                .orElse(0);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: with %s days, 23 people share a birthday with probability %.4f; %s. Right: after 20 games %.0f %% are won"
                        + " with switching and %.0f %% without, after %d games %.1f %% and %.1f %%; grey lines are two standard"
                        + " errors around 1/3 and 2/3.",
                values.choice("days"),
                yours.shared[22],
                even(yours.shared) == 0
                        ? "60 people are not enough for an even bet"
                        : "an even bet takes " + even(yours.shared) + " people",
                100 * yours.switching[19],
                100 * yours.staying[19],
                MAX_GAMES,
                100 * yours.switching[MAX_GAMES - 1],
                100 * yours.staying[MAX_GAMES - 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        String games = String.format(
                Locale.ROOT,
                "The reference's games, drawn in its own order, end at %.1f %% and %.1f %%.",
                100 * reference.switching[MAX_GAMES - 1],
                100 * reference.staying[MAX_GAMES - 1]);
        return Arrays.equals(yours.shared, reference.shared)
                ? "Birthdays are as the reference has them. " + games
                : String.format(Locale.ROOT, "The reference has %.4f for 23 people. %s", reference.shared[22], games);
    }
}
