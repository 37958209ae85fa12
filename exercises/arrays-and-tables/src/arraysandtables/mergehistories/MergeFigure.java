package arraysandtables.mergehistories;

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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Two branches with their merge bases, and how often two people get in each other's way. */
public final class MergeFigure implements Figure<MergeFigure.Series> {
    private static final int MOST_EDITS = 12;
    private static final int TRIALS = 40;

    /**
     * What the room's methods gave.
     *
     * @param bases indices of the merge bases of the newest two versions
     * @param conflicts (nEdits) conflicts in a merge, on average, by changes on each side
     */
    public record Series(int[] bases, double[] conflicts) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("merges", "versions that merge the other branch", "%", 0, 60, 10, 20),
                new Range("lines", "lines of the text", "", 10, 100, 10, 40));
    }

    /** Version i has the parents of entry i; the branch of a version is its number modulo 2. */
    private static List<int[]> history(Values values) {
        SplittableRandom random = new SplittableRandom(6);
        List<int[]> parents = new ArrayList<>(List.of(new int[0], new int[] {0}, new int[] {0}));
        for (int i = 3; i < 20; i++) {
            boolean isMerge = random.nextDouble() < values.number("merges") / 100;
            parents.add(isMerge ? new int[] {i - 2, i - 1 - 2 * random.nextInt(2)} : new int[] {i - 2});
        }
        return parents;
    }

    @Override
    public Series series(Values values) {
        List<int[]> parents = history(values);
        List<String> versions =
                IntStream.range(0, parents.size()).mapToObj(String::valueOf).toList();
        List<Edge<String>> edges = versions.stream()
                .flatMap(version -> Arrays.stream(parents.get(Integer.parseInt(version)))
                        .distinct()
                        .mapToObj(parent -> Edge.of(version, String.valueOf(parent))))
                .toList();
        int n = versions.size();
        Set<String> bases = Merge.mergeBases(Graph.directed(versions, edges), versions.get(n - 1), versions.get(n - 2));
        double[] conflicts = IntStream.rangeClosed(1, MOST_EDITS)
                .mapToDouble(nEdits -> conflicts(values.whole("lines"), nEdits))
                .toArray();
        Require.finite("threeWayMerge", new double[][] {conflicts});
        return new Series(bases.stream().mapToInt(Integer::parseInt).sorted().toArray(), conflicts);
    }

    private static double conflicts(int nLines, int nEdits) {
        SplittableRandom random = new SplittableRandom(nEdits);
        List<String> base =
                IntStream.range(0, nLines).mapToObj(i -> "line " + i).toList();
        int sum = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            List<String> ours = edited(base, "our", nEdits, random);
            List<String> theirs = edited(base, "their", nEdits, random);
            sum += Merge.threeWayMerge(base, ours, theirs).nConflicts();
        }
        return (double) sum / TRIALS;
    }

    private static List<String> edited(List<String> base, String who, int nEdits, SplittableRandom random) {
        List<String> lines = new ArrayList<>(base);
        for (int edit = 0; edit < nEdits; edit++) {
            int line = random.nextInt(lines.size());
            lines.set(line, who + " line " + line);
        }
        return lines;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Two people, one text",
                List.of(branches(values, yours, reference), conflicts(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart branches(Values values, Series yours, @Nullable Series reference) {
        List<int[]> parents = history(values);
        int n = parents.size();
        XYChart chart = Style.xy("Two branches, and where to merge from", "number of the version", "");
        Style.rangeX(chart, 0, n - 1);
        chart.getStyler()
                .setYAxisMin(-1.6)
                .setYAxisMax(0.6)
                .setYAxisTicksVisible(false)
                .setPlotGridHorizontalLinesVisible(false);
        for (int i = 0; i < n; i++) {
            for (int parent : parents.get(i)) {
                Style.backgroundLine(chart, new double[] {parent, i}, new double[] {level(parent), level(i)});
            }
        }
        double[] all = IntStream.range(0, n - 2).asDoubleStream().toArray();
        Style.points(chart, "versions", 5, all, levels(all));
        double[] newest = {n - 2, n - 1};
        Style.points(chart, "to be merged", 0, newest, levels(newest));
        if (yours.bases.length > 0) {
            double[] bases = doubles(yours.bases);
            Style.points(chart, "your merge bases", 3, bases, levels(bases));
        }
        if (reference != null && reference.bases.length > 0) {
            double[] bases = doubles(reference.bases);
            Style.referencePoints(chart, "reference", bases, levels(bases));
        }
        return chart;
    }

    private static double level(int version) {
        return version == 0 ? -0.5 : -(version % 2);
    }

    private static double[] levels(double[] versions) {
        return Arrays.stream(versions).map(version -> level((int) version)).toArray();
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static XYChart conflicts(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Conflicts in a text of " + values.choice("lines") + " lines",
                "changes on each side",
                "conflicts on average");
        Style.rangeX(chart, 1, MOST_EDITS);
        chart.getStyler().setYAxisMin(0.0);
        double[] edits = IntStream.rangeClosed(1, MOST_EDITS).asDoubleStream().toArray();
        Style.path(chart, "your merge", 0, edits, yours.conflicts);
        if (reference != null) {
            Style.referenceLine(chart, edits, reference.conflicts);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: %d versions on two branches, %s %% of them merges of the other branch; the newest two have the merge"
                        + " bases %s. Right: two people change lines of a text of %s lines; with 1 change each there are %.2f"
                        + " conflicts on average, with 6 %.2f, with %d %.2f.",
                history(values).size(),
                values.choice("merges"),
                Arrays.toString(yours.bases),
                values.choice("lines"),
                yours.conflicts[0],
                yours.conflicts[5],
                MOST_EDITS,
                yours.conflicts[MOST_EDITS - 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.bases, reference.bases) && Arrays.equals(yours.conflicts, reference.conflicts)
                ? "The reference finds the same."
                : String.format(
                        Locale.ROOT,
                        "The reference has the merge bases %s, and %.2f conflicts with %d changes.",
                        Arrays.toString(reference.bases),
                        reference.conflicts[MOST_EDITS - 1],
                        MOST_EDITS);
    }
}
