package gradus.classroom.results.report;

import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;

/**
 * How scores are distributed.
 *
 * @param points what can be earned
 * @param scores at least one
 */
record Distribution(int points, List<Double> scores) {
    private static final int BINS = 10;
    private static final int PERCENT = 100;

    /** Pixels from one number of people to the next, at least. */
    private static final int TICK = 40;

    static Distribution of(ClassSummary summary) {
        return new Distribution(
                summary.assignment().points(),
                summary.graded().stream().map(PersonResult::score).sorted().toList());
    }

    /** How many have from 0 to below 10 percent, and so on; the last have all points or more. */
    List<Integer> counts() {
        int[] counts = new int[BINS + 1];
        for (double score : scores) {
            int bin = points == 0 ? BINS : (int) (score * BINS / points);
            counts[Math.min(BINS, bin)]++;
        }
        return IntStream.of(counts).boxed().toList();
    }

    static String label(int bin) {
        int width = PERCENT / BINS;
        return bin == BINS ? "all" : bin * width + "–" + ((bin + 1) * width - 1);
    }

    String description() {
        double lowest = scores.get(0);
        double highest = scores.get(scores.size() - 1);
        List<Integer> counts = counts();
        return "Scores of " + Elements.people(scores.size()) + ", from " + Points.text(lowest) + " to "
                + Points.text(highest) + " of " + Elements.counted(points, "point") + ". In percent: "
                + IntStream.rangeClosed(0, BINS)
                        .filter(bin -> counts.get(bin) > 0)
                        .mapToObj(bin -> (bin == BINS ? "all points" : label(bin)) + ": " + counts.get(bin))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** @throws gradus.kit.figure.CannotDraw if this machine can't draw text */
    Drawing drawing() {
        CategoryChart chart = Style.bars("", "Score (percent of " + points + " points)", "People");
        List<String> labels =
                IntStream.rangeClosed(0, BINS).mapToObj(Distribution::label).toList();
        List<Double> heights = new ArrayList<>();
        counts().forEach(count -> heights.add((double) count));
        Style.bars(chart, "people", labels, heights);
        int most = counts().stream().max(Integer::compare).orElse(0);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler()
                .setXAxisTickMarkSpacingHint(1)
                .setYAxisTickMarkSpacingHint(Math.max(TICK, Style.HEIGHT / (most + 1)))
                .setYAxisTickLabelsFormattingFunction(
                        people -> people == Math.rint(people) ? Long.toString(Math.round(people)) : "");
        return new Drawing("Distribution of scores", List.of(chart), description());
    }
}
