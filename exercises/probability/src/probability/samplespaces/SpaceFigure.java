package probability.samplespaces;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Sums of two dice before and after one is known, and letters in envelopes. */
public final class SpaceFigure implements Figure<SpaceFigure.Series> {
    private static final int MAX_LETTERS = 6;

    /**
     * What the learner's space said.
     *
     * @param before (11) probabilities of the sums 2 to 12
     * @param after (11) the same once the first die is known
     * @param letters (letters) sums of inclusion and exclusion
     */
    public record Series(double[] before, double[] after, double[] letters) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("first", "what the first die shows", "", 1, 6, 1, 3),
                new Range("letters", "number of letters", "", 1, MAX_LETTERS, 1, 6));
    }

    @Override
    public Series series(Values values) {
        Space die = Space.uniform(
                IntStream.rangeClosed(1, 6).mapToObj(Integer::toString).toList());
        Space dice = die.then(die);
        Set<String> first = dice.event(pair -> pair.startsWith(values.choice("first")));
        double[] before = new double[11];
        double[] after = new double[11];
        for (int k = 0; k < 11; k++) {
            int sum = k + 2;
            Set<String> event = dice.event(pair -> pair.charAt(0) + pair.charAt(2) - 2 * '0' == sum);
            before[k] = dice.probability(event);
            after[k] = dice.conditional(event, first);
        }
        double[] letters = letters(values.whole("letters"));
        Require.finite("probabilities of the sums", new double[][] {before, after});
        Require.length("inclusionExclusion", letters, values.whole("letters"));
        Require.finite("inclusionExclusion", new double[][] {letters});
        return new Series(before, after, letters);
    }

    private static double[] letters(int n) {
        List<String> orders = new ArrayList<>();
        arrange("", "123456".substring(0, n), orders);
        List<Set<String>> right = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            char letter = (char) ('1' + k);
            int place = k;
            Set<String> event = new LinkedHashSet<>();
            orders.stream().filter(order -> order.charAt(place) == letter).forEach(event::add);
            right.add(event);
        }
        double[] probabilities = new double[orders.size()];
        Arrays.fill(probabilities, 1.0 / orders.size());
        return new Space(orders, probabilities).inclusionExclusion(right);
    }

    private static void arrange(String done, String left, List<String> orders) {
        if (left.isEmpty()) {
            orders.add(done);
        }
        for (int k = 0; k < left.length(); k++) {
            arrange(done + left.charAt(k), left.substring(0, k) + left.substring(k + 1), orders);
        }
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What changes when one knows something?",
                List.of(sums(values, yours, reference), sumsOfLetters(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart sums(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Sum of two dice, the first shows " + values.choice("first"), "sum", "probability (%)");
        Style.rangeX(chart, 1.5, 12.5);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(20.0);
        double[] x = IntStream.rangeClosed(2, 12).asDoubleStream().toArray();
        Style.path(chart, "before", 0, x, percent(yours.before));
        Style.path(chart, "once the first is known", 1, x, percent(yours.after));
        if (reference != null) {
            Style.referenceLine(chart, x, percent(reference.before));
            Style.referenceLine(chart, x, percent(reference.after));
        }
        return chart;
    }

    private static XYChart sumsOfLetters(Values values, Series yours, @Nullable Series reference) {
        int n = values.whole("letters");
        XYChart chart = Style.xy(
                n == 1 ? "1 letter" : n + " letters, at least one is right",
                "intersections of up to so many events",
                "sum so far");
        Style.rangeX(chart, 0, MAX_LETTERS + 0.5);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.05);
        double[] x = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        double limit = 1 - Math.exp(-1);
        Style.path(chart, "sum so far", 0, x, yours.letters);
        Style.line(chart, "1 - 1/e", 3, new double[] {0, MAX_LETTERS + 0.5}, new double[] {limit, limit});
        if (reference != null) {
            Style.referenceLine(chart, x, reference.letters);
        }
        return chart;
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int first = values.whole("first");
        int n = values.whole("letters");
        String words = String.format(
                Locale.ROOT,
                "Left: sums of two dice. 7 has probability %.1f %%; once the first die is known to show %d, the sums from %d to"
                        + " %d have %.1f %% each and 7 %.1f %%. Right: with %d %s, inclusion and exclusion gives %.4f after the"
                        + " first step and %.4f at the end, beside 1 - 1/e = 0.6321.",
                100 * yours.before[5],
                first,
                first + 1,
                first + 6,
                100 * yours.after[first - 1],
                100 * yours.after[5],
                n,
                n == 1 ? "letter" : "letters",
                yours.letters[0],
                yours.letters[n - 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.before, reference.before)
                && Arrays.equals(yours.after, reference.after)
                && Arrays.equals(yours.letters, reference.letters);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has %.1f %% for 7 before, %.1f %% after, and %.4f for the letters.",
                        100 * reference.before[5],
                        100 * reference.after[5],
                        reference.letters[reference.letters.length - 1]);
    }
}
