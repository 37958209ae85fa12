package arraysandtables.minigit;

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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The commits of a small project, and how little is kept for all its versions. */
public final class MiniGitFigure implements Figure<MiniGitFigure.Series> {
    private static final List<String> BRANCHES = List.of("main", "idea", "repair", "draft");

    /** A branch is merged into main when it has as many commits that main does not have. */
    private static final int MERGED_AFTER = 3;

    /**
     * What the repository gave.
     *
     * @param ids (nCommits) in the order in which they were made
     * @param branches (nCommits) on which branch, as an index
     * @param parents (nCommits) indices of the parents
     * @param objects (nCommits) objects kept after each commit
     */
    public record Series(List<String> ids, int[] branches, List<List<Integer>> parents, int[] objects) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("commits", "commits", "", 2, 40, 1, 24),
                new Range("branches", "branches", "", 1, BRANCHES.size(), 1, 3),
                new Range("files", "files in the project", "", 1, 60, 1, 12));
    }

    @Override
    public Series series(Values values) {
        SplittableRandom random = new SplittableRandom(3);
        int nFiles = values.whole("files");
        Repository repository = new Repository();
        Map<String, Map<String, String>> files = new TreeMap<>();
        Map<String, Integer> ahead = new TreeMap<>();
        files.put("main", project(nFiles));
        List<String> ids = new ArrayList<>();
        List<Integer> branches = new ArrayList<>();
        List<Integer> objects = new ArrayList<>();
        for (int i = 0; i < values.whole("commits"); i++) {
            int branch = i == 0 ? 0 : random.nextInt(values.whole("branches"));
            String name = BRANCHES.get(branch);
            List<String> merged = new ArrayList<>();
            if (!files.containsKey(name)) {
                repository.switchTo("main");
                repository.branch(name);
                files.put(name, new TreeMap<>(files.getOrDefault("main", Map.of())));
            }
            if (i > 0) {
                repository.switchTo(name);
            }
            Map<String, String> here = files.getOrDefault(name, new TreeMap<>());
            String path = path(random.nextInt(nFiles));
            here.put(path, here.getOrDefault(path, "") + "line of commit " + i + "\n");
            ahead.merge(name, 1, Integer::sum);
            if (branch == 0) {
                for (String other : BRANCHES.subList(1, values.whole("branches"))) {
                    if (ahead.getOrDefault(other, 0) >= MERGED_AFTER && merged.isEmpty()) {
                        merged.add(repository.branches().getOrDefault(other, ""));
                        ahead.put(other, 0);
                    }
                }
            }
            Author author = new Author("Ann Arbor", "ann@example.org", 1_700_000_000L + 3600L * i, "+0000");
            ids.add(repository.commit(here, author, "Commit " + i + "\n", merged));
            branches.add(branch);
            objects.add(repository.nObjects());
        }
        return new Series(
                ids,
                ints(branches),
                ids.stream()
                        .map(id -> repository.read(id).parents().stream()
                                .map(ids::indexOf)
                                .toList())
                        .toList(),
                ints(objects));
    }

    private static Map<String, String> project(int nFiles) {
        Map<String, String> files = new TreeMap<>();
        for (int k = 0; k < nFiles; k++) {
            files.put(path(k), "file " + k + "\n");
        }
        return files;
    }

    private static String path(int k) {
        return "part" + k % 4 + "/file" + k + ".txt";
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A project and its versions",
                List.of(graph(yours, reference), kept(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart graph(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Commits, each with lines to its parents", "number of the commit", "");
        int n = yours.ids.size();
        Style.rangeX(chart, 0, n - 1);
        chart.getStyler()
                .setYAxisMin(-3.6)
                .setYAxisMax(0.6)
                .setYAxisTicksVisible(false)
                .setPlotGridHorizontalLinesVisible(false);
        for (int i = 0; i < n; i++) {
            for (int parent : yours.parents.get(i)) {
                if (parent >= 0) {
                    Style.backgroundLine(
                            chart, new double[] {parent, i}, new double[] {-yours.branches[parent], -yours.branches[i]
                            });
                }
            }
        }
        for (int branch = 0; branch < BRANCHES.size(); branch++) {
            int wanted = branch;
            double[] numbers = IntStream.range(0, n)
                    .filter(i -> yours.branches[i] == wanted)
                    .asDoubleStream()
                    .toArray();
            if (numbers.length > 0) {
                Style.points(chart, BRANCHES.get(branch), branch, numbers, level(numbers.length, -branch));
            }
        }
        if (reference != null) {
            double[] others = IntStream.range(0, n)
                    .filter(i -> !yours.ids.get(i).equals(reference.ids.get(i)))
                    .asDoubleStream()
                    .toArray();
            if (others.length > 0) {
                double[] levels =
                        Arrays.stream(others).map(i -> -yours.branches[(int) i]).toArray();
                Style.referencePoints(chart, "reference has another id", others, levels);
            }
        }
        return chart;
    }

    private static double[] level(int n, double y) {
        double[] level = new double[n];
        Arrays.fill(level, y);
        return level;
    }

    private static XYChart kept(Values values, Series yours, @Nullable Series reference) {
        int n = yours.ids.size();
        XYChart chart = Style.xy("What has to be kept", "number of the commit", "objects, or files");
        Style.rangeX(chart, 0, n - 1);
        chart.getStyler().setYAxisMin(0.0);
        double[] numbers = IntStream.range(0, n).asDoubleStream().toArray();
        Style.line(
                chart,
                "a copy of all files each time",
                1,
                numbers,
                Arrays.stream(numbers).map(i -> (i + 1) * values.whole("files")).toArray());
        Style.line(chart, "objects kept", 0, numbers, doubles(yours.objects));
        if (reference != null) {
            Style.referenceLine(chart, numbers, doubles(reference.objects));
        }
        return chart;
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int n = yours.ids.size();
        long merges =
                yours.parents.stream().filter(parents -> parents.size() > 1).count();
        String words = String.format(
                Locale.ROOT,
                "Left: %d commits on %d branches, %d of them merges, each with lines to its parents; the last one has the id"
                        + " %.7s. Right: after the last commit %d objects are kept; copies of all %d files each time would be %d.",
                n,
                Arrays.stream(yours.branches).distinct().count(),
                merges,
                yours.ids.get(n - 1),
                yours.objects[n - 1],
                values.whole("files"),
                n * values.whole("files"));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        long others = IntStream.range(0, yours.ids.size())
                .filter(i -> !yours.ids.get(i).equals(reference.ids.get(i)))
                .count();
        return others == 0 && Arrays.equals(yours.objects, reference.objects)
                ? "All ids and numbers are those of the reference."
                : others + " commits have another id in the reference, which keeps "
                        + reference.objects[reference.objects.length - 1] + " objects.";
    }
}
