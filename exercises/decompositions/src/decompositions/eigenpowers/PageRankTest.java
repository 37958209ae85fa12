package decompositions.eigenpowers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageRankTest {
    /** A few additions of shares. */
    private static final double TOLERANCE = 1e-14;

    /** Page 0 links to 1 and 2, page 1 to 2, page 2 to 0. */
    private static final int[][] RING = {{1, 2}, {2}, {0}};

    /** Page 2 links to none. */
    private static final int[][] DANGLING = {{1}, {2}, {}};

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("step follows links with the share damping, and spreads the rest")
    void oneStep() {
        assertClose(
                "step({{1, 2}, {2}, {0}}, (0.5, 0.3, 0.2), 0.8)",
                new double[] {0.2 / 3 + 0.16, 0.2 / 3 + 0.2, 0.2 / 3 + 0.2 + 0.24},
                PageRank.step(RING, new double[] {0.5, 0.3, 0.2}, 0.8),
                TOLERANCE,
                "0.2 jump, a third to each page. 0.8·0.5 is halved between 1 and 2, 0.8·0.3 goes to 2, 0.8·0.2 to 0.");
        assertClose(
                "step of the same with damping 0",
                new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0},
                PageRank.step(RING, new double[] {0.5, 0.3, 0.2}, 0),
                TOLERANCE,
                "All jump.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("step lets everybody jump who is at a page without links")
    void noWayOut() {
        assertClose(
                "step({{1}, {2}, {}}, (0.5, 0.2, 0.3), 0.8)",
                new double[] {0.44 / 3, 0.44 / 3 + 0.4, 0.44 / 3 + 0.16},
                PageRank.step(DANGLING, new double[] {0.5, 0.2, 0.3}, 0.8),
                TOLERANCE,
                "0.2·0.7 of pages 0 and 1 and the whole 0.3 of page 2 jump.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("step counts links that are there twice, and links of a page to itself")
    void oddLinks() {
        assertClose(
                "step({{1, 1, 0}, {0}}, (0.6, 0.4), 0.5)",
                new double[] {0.25 + 0.1 + 0.2, 0.25 + 0.2},
                PageRank.step(new int[][] {{1, 1, 0}, {0}}, new double[] {0.6, 0.4}, 0.5),
                TOLERANCE,
                "Two of three links of page 0 lead to page 1.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("of gives the shares that stay as they are")
    void stays() {
        // By hand, with damping 1/2: r₀ = 1/6 + r₂/2, r₁ = 1/6 + r₀/4, r₂ = 1/6 + r₀/4 + r₁/2.
        assertClose(
                "of({{1, 2}, {2}, {0}}, 0.5)",
                new double[] {14 / 39.0, 10 / 39.0, 15 / 39.0},
                PageRank.of(RING, 0.5, 1e-14),
                1e-13,
                "Repeat step until nothing changes.");
        // Page 2 gives a third of all it has to each: (4, 6, 7)/17.
        assertClose(
                "of({{1}, {2}, {}}, 0.5)",
                new double[] {4 / 17.0, 6 / 17.0, 7 / 17.0},
                PageRank.of(DANGLING, 0.5, 1e-14),
                1e-13,
                "Repeat step until nothing changes.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("of ends at the first shares that change by at most tolerance in all")
    void endsInTime() {
        // (1/3, 1/3, 1/3) goes to (1/3, 1/4, 5/12), then to (3/8, 1/4, 3/8): changes sum to 1/6, then to 1/12.
        assertClose(
                "of({{1, 2}, {2}, {0}}, 0.5) with tolerance 0.2",
                new double[] {1 / 3.0, 1 / 4.0, 5 / 12.0},
                PageRank.of(RING, 0.5, 0.2),
                TOLERANCE,
                "The first step changes 1/6 in all. Return the shares after it.");
        assertClose(
                "of({{1, 2}, {2}, {0}}, 0.5) with tolerance 0.1",
                new double[] {3 / 8.0, 1 / 4.0, 3 / 8.0},
                PageRank.of(RING, 0.5, 0.1),
                TOLERANCE,
                "The second step changes 1/12 in all: sum up sizes, since shares that fall must not cancel those that rise.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("ranks of any web are shares that one more step does not change")
    void anyWeb(RandomGenerator random) {
        int[][] links = web(random, 30);
        double[] rank = PageRank.of(links, 0.85, 1e-13);
        assertNotNull(rank, "of(links, 0.85, 1e-13)");
        assertEquals(30, rank.length, "ranks of 30 pages");

        assertClose("sum of the ranks", 1, Arrays.stream(rank).sum(), 1e-12, "Nobody leaves the web.");
        assertClose(
                "step of the ranks", rank, PageRank.step(links, rank, 0.85), 1e-12, "Repeat until nothing changes.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("the members of Zachary's karate club have the ranks that are known")
    void karateClub() {
        double[] rank = PageRank.of(Webs.karate(), 0.85, 1e-12);
        assertNotNull(rank, "of(the karate club, 0.85, 1e-12)");
        assertEquals(34, rank.length, "ranks of 34 members");

        // From a direct solution of the linear system; members are numbered from 1 in the data.
        assertClose(
                "ranks of members 34, 1 and 33",
                new double[] {0.10092, 0.09700, 0.07169},
                new double[] {rank[33], rank[0], rank[32]},
                5e-6,
                "A friendship is a link both ways.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("links must have at least 1 page, but is empty", () -> PageRank.of(new int[0][], 0.5, 1e-9));
        assertRefused("links[1] must be in [0, 1], but was 2", () -> PageRank.of(new int[][] {{1}, {2}}, 0.5, 1e-9));
        assertRefused("damping must be in [0, 1), but was 1.0", () -> PageRank.of(RING, 1, 1e-9));
        assertRefused("tolerance must be > 0, but was 0.0", () -> PageRank.of(RING, 0.5, 0));
        assertRefused("rank must have 3 entries, but has 2", () -> PageRank.step(RING, new double[2], 0.5));
    }

    /** Pages with 0 to 4 links. */
    static int[][] web(RandomGenerator random, int nPages) {
        int[][] links = new int[nPages][];
        for (int i = 0; i < nPages; i++) {
            links[i] = random.ints(random.nextInt(5), 0, nPages).toArray();
        }
        return links;
    }
}
