package decompositions.eigenpowers;

import gradus.datasets.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Webs to look at. They are given. */
final class Webs {
    private static final int N_MEMBERS = 34;

    private Webs() {}

    /**
     * Members of a karate club, from 0 on, linked both ways with those whom they met outside of it (W. W. Zachary,
     * Journal of Anthropological Research 33, 1977). How often they met does not count.
     *
     * @throws gradus.kit.NoData if the data set karate is not at hand
     */
    static int[][] karate() {
        List<List<Integer>> links = IntStream.range(0, N_MEMBERS)
                .<List<Integer>>mapToObj(i -> new ArrayList<>())
                .toList();
        for (String line : Datasets.lines("karate/karate.edges.tsv")) {
            String[] fields = line.split("\t");
            int a = Integer.parseInt(fields[0]) - 1;
            int b = Integer.parseInt(fields[1]) - 1;
            links.get(a).add(b);
            links.get(b).add(a);
        }
        return links.stream()
                .map(pages -> pages.stream().mapToInt(page -> page).toArray())
                .toArray(int[][]::new);
    }

    /** A web that grows: page i links to i/2 and i/3, every fifth page to none, and page 0 to the newest. */
    static int[][] madeUp() {
        return IntStream.range(0, N_MEMBERS)
                .mapToObj(i -> i == 0
                        ? new int[] {N_MEMBERS - 1}
                        : i % 5 == 4 ? new int[0] : i < 2 ? new int[] {0} : new int[] {i / 2, i / 3})
                .toArray(int[][]::new);
    }
}
