package decompositions.eigenpowers;

import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Ranks of the members of a club, and how fast they settle. */
public final class PowersFigure implements Figure<PowersFigure.Series> {
    private static final int N_STEPS = 60;
    private static final double FLOOR = 1e-16;

    /**
     * What was computed.
     *
     * @param isClub whether the data set was there
     * @param links (nPages) how many lead to each
     * @param ranks (nPages) shares
     * @param changes (60) what each step changes, from equal shares on
     */
    public record Series(boolean isClub, int[] links, double[] ranks, double[] changes) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Range("damping", "share of people who follow a link", "", 0, 0.99, 0.01, 0.85));
    }

    @Override
    public Series series(Values values) {
        double damping = values.number("damping");
        int[][] web;
        boolean isClub = true;
        try {
            web = Webs.karate();
        } catch (NoData e) {
            isClub = false;
            web = Webs.madeUp();
        }
        double[] rank = new double[web.length];
        Arrays.fill(rank, 1.0 / web.length);
        double[] changes = new double[N_STEPS];
        for (int k = 0; k < N_STEPS; k++) {
            double[] next = shares("step(links, rank, damping)", PageRank.step(web, rank, damping), web.length);
            changes[k] =
                    Arrays.stream(Matrix.plus(next, -1, rank)).map(Math::abs).sum();
            rank = next;
        }
        return new Series(
                isClub,
                incoming(web),
                shares("of(links, damping, 1e-10)", PageRank.of(web, damping, 1e-10), web.length),
                changes);
    }

    private static int[] incoming(int[][] web) {
        int[] links = new int[web.length];
        Arrays.stream(web).flatMapToInt(Arrays::stream).forEach(page -> links[page]++);
        return links;
    }

    private static double[] shares(String name, double[] shares, int n) {
        Require.length(name, shares, n);
        Require.finite(name, new double[][] {shares});
        return shares;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                yours.isClub ? "Who is important in a karate club?" : "Which page is important in a made-up web?",
                List.of(ranks(values, yours, reference), changes(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart ranks(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Rank by number of links, damping " + values.asMap().get("damping"),
                yours.isClub ? "friends" : "links to the page",
                "rank (% of all visits)");
        int most = Arrays.stream(yours.links).max().orElse(1);
        Style.rangeX(chart, 0, most);
        double highest = Math.max(5, Arrays.stream(percent(yours.ranks)).max().orElse(0));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.1 * highest);
        Style.backgroundLine(
                chart, new double[] {0, most}, new double[] {100.0 / yours.ranks.length, 100.0 / yours.ranks.length});
        double[] links = Arrays.stream(yours.links).asDoubleStream().toArray();
        int[] top = order(yours.ranks);
        boolean[] isTop = new boolean[links.length];
        for (int k = 0; k < 3; k++) {
            isTop[top[k]] = true;
        }
        int[] others = IntStream.range(0, links.length).filter(i -> !isTop[i]).toArray();
        Style.points(
                chart,
                yours.isClub ? "members" : "pages",
                0,
                chosen(links, others),
                chosen(percent(yours.ranks), others));
        for (int k = 0; k < 3; k++) {
            Style.points(
                    chart,
                    (yours.isClub ? "member " : "page ") + (top[k] + 1),
                    k + 1,
                    new double[] {links[top[k]]},
                    new double[] {percent(yours.ranks)[top[k]]});
        }
        if (reference != null) {
            Style.referencePoints(chart, "reference", links, percent(reference.ranks));
        }
        return chart;
    }

    private static int[] order(double[] ranks) {
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -ranks[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double[] chosen(double[] a, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> a[i]).toArray();
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static XYChart changes(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("What a step still changes", "step", "sum of all changes of shares");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 1, N_STEPS);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(1.0);
        double damping = values.number("damping");
        double[] steps = IntStream.rangeClosed(1, N_STEPS).asDoubleStream().toArray();
        Style.line(chart, "change", 0, steps, clipped(yours.changes));
        Style.line(
                chart,
                "dᵏ",
                1,
                steps,
                clipped(Arrays.stream(steps).map(k -> Math.pow(damping, k)).toArray()));
        if (reference != null) {
            Style.referenceLine(chart, steps, clipped(reference.changes));
        }
        return chart;
    }

    private static double[] clipped(double[] changes) {
        return Arrays.stream(changes)
                .map(change -> Math.max(FLOOR, Math.min(1, change)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int[] top = order(yours.ranks);
        String words = String.format(
                Locale.ROOT,
                "Left: the PageRank of 34 %s by their number of links, damping %s; the highest have %s. Right: how much each"
                        + " step changes, on a logarithmic axis: %.1e in step 10, %.1e in step 50, beside the powers of the"
                        + " damping.",
                yours.isClub ? "members of a karate club" : "pages of a made-up web",
                values.asMap().get("damping"),
                Arrays.stream(top)
                        .limit(3)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%.3f %% (%s %d)",
                                100 * yours.ranks[i],
                                yours.isClub ? "member" : "page",
                                i + 1))
                        .collect(Collectors.joining(", ")),
                yours.changes[9],
                yours.changes[49]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        double largest = Arrays.stream(Matrix.plus(yours.ranks, -1, reference.ranks))
                .map(Math::abs)
                .max()
                .orElse(0);
        return largest < 1e-8
                ? "Your ranks agree with the reference's."
                : String.format(Locale.ROOT, "Your ranks differ from the reference's by up to %.3g %%.", 100 * largest);
    }
}
