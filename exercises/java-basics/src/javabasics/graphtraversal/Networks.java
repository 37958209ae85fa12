package javabasics.graphtraversal;

import gradus.datasets.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Networks to look at. They are given. */
public final class Networks {
    /** Rooms of this course, each with those that it stands on, down from one that builds a small language model. */
    private static final String COURSE = """
            activations-losses: stable-numerics gradient-jacobian
            csv-streams: expression-calculator
            distributions-sampling: sample-spaces numerical-integration
            eigen-solvers: linear-solvers
            entropy-kl: distributions-sampling
            expression-calculator:
            float-anatomy: expression-calculator
            gpt-mini: transformer-block ngram-lm
            gradient-descent: gradient-jacobian
            gradient-jacobian: limits-derivatives vector-ops
            limits-derivatives: expression-calculator
            linear-solvers: matrix-maps
            matrix-maps: vector-ops
            mlp-backprop: activations-losses gradient-descent scalar-autodiff
            multihead-attention: tensor-autodiff
            ndarray-core: csv-streams
            ngram-lm: text-preprocess entropy-kl
            normalization-layers: mlp-backprop
            numerical-integration: limits-derivatives
            sample-spaces: expression-calculator
            scalar-autodiff: symbolic-diff gradient-jacobian
            stable-numerics: float-anatomy svd-lowrank
            svd-lowrank: eigen-solvers
            symbolic-diff: expression-calculator limits-derivatives
            tensor-autodiff: scalar-autodiff ndarray-core
            text-preprocess: csv-streams
            transformer-block: multihead-attention normalization-layers
            vector-ops: ndarray-core
            """;

    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\"source\":(\\d+),\"target\":(\\d+),\"value\":(\\d+)");

    private Networks() {}

    /**
     * Members of a karate club, numbered from 1, and who met whom outside of it; the weight says in how many ways.
     * After a quarrel the club broke in two (W. W. Zachary, Journal of Anthropological Research 33, 1977).
     *
     * @throws gradus.kit.NoData if the data set karate is not at hand
     */
    public static Graph<Integer> karate() {
        List<Edge<Integer>> edges = new ArrayList<>();
        for (String line : Datasets.lines("karate/karate.edges.tsv")) {
            String[] fields = line.split("\t");
            edges.add(
                    new Edge<>(Integer.valueOf(fields[0]), Integer.valueOf(fields[1]), Double.parseDouble(fields[2])));
        }
        return Graph.undirected(IntStream.rangeClosed(1, 34).boxed().toList(), edges);
    }

    /**
     * Characters of <i>Les Misérables</i>, and who meets whom; the weight says in how many chapters (D. E. Knuth, The
     * Stanford GraphBase, 1993).
     *
     * @throws gradus.kit.NoData if the data set lesmis is not at hand
     */
    public static Graph<String> lesMiserables() {
        String text = String.join("\n", Datasets.lines("lesmis/miserables.json"));
        List<String> names =
                NAME.matcher(text).results().map(name -> name.group(1)).toList();
        List<Edge<String>> edges = LINK.matcher(text)
                .results()
                .map(link ->
                        new Edge<>(names.get(number(link, 1)), names.get(number(link, 2)), (double) number(link, 3)))
                .toList();
        return Graph.undirected(names, edges);
    }

    private static int number(MatchResult result, int group) {
        return Integer.parseInt(result.group(group));
    }

    /** A long way: n vertices, numbered from 0, with an edge from each to the next. */
    public static Graph<Integer> way(int n) {
        return Graph.directed(
                IntStream.range(0, n).boxed().toList(),
                IntStream.range(1, n).mapToObj(i -> Edge.of(i - 1, i)).toList());
    }

    /** The rooms on the way to a small GPT. Edges lead from what comes first to what stands on it. */
    public static Graph<String> course() {
        List<String> rooms = new ArrayList<>();
        List<Edge<String>> edges = new ArrayList<>();
        for (String line : COURSE.lines().toList()) {
            String room = line.substring(0, line.indexOf(':'));
            rooms.add(room);
            for (String before : line.substring(line.indexOf(':') + 1).strip().split(" ")) {
                if (!before.isEmpty()) {
                    edges.add(Edge.of(before, room));
                }
            }
        }
        return Graph.directed(rooms, edges);
    }
}
