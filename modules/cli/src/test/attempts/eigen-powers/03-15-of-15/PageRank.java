package decompositions.eigenpowers;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * How important the pages of a web are: how often somebody is at each who follows links at random for ever, and now and
 * then jumps anywhere.
 *
 * <p>The shares are an eigenvector, for the eigenvalue 1, of the matrix that says where a page leads. Every other
 * eigenvalue is at most {@code damping} in size, so that power iteration loses that factor of its error in each step.
 *
 * <p>Source: S. Brin and L. Page, <i>The Anatomy of a Large-Scale Hypertextual Web Search Engine</i>, Computer Networks
 * 30 (1998); A. N. Langville and C. D. Meyer, <i>Google's PageRank and Beyond</i>, Princeton 2006, chapters 4 and 5.
 */
public final class PageRank {
    /** Far more than it takes: with damping 0.99 the changes fall to 1e-16 in 4,000 steps. */
    private static final int MAX_STEPS = 10_000;

    private PageRank() {}

    /**
     * Where everybody is after one more step: a share damping follows one of the links of its page, each of them
     * equally often; the others, and all who are at a page without links, jump to any page, each equally often.
     *
     * @param links for each page the pages to which it links, numbered from 0; a page that is named twice gets two
     *     links
     * @param rank (nPages) shares, which sum to 1; not modified
     * @param damping in [0, 1)
     * @return (nPages) shares, which sum to 1
     * @throws IllegalArgumentException if there are no pages, a link leads to none, rank has another length, or damping
     *     is out of range
     */
    public static double[] step(int[][] links, double[] rank, double damping) {
        requireWeb(links, damping);
        Require.length("rank", rank, links.length);
        int n = links.length;
        double[] next = new double[n];
        double jump = 0;
        for (int i = 0; i < n; i++) {
            if (links[i].length == 0) {
                jump += rank[i];
            } else {
                jump += (1 - damping) * rank[i];
                for (int j : links[i]) {
                    next[j] += damping * rank[i] / links[i].length;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            next[i] += jump / n;
        }
        return next;
    }

    /**
     * The shares that stay as they are, from equal ones on. Ends at the first that change by at most tolerance in all,
     * {@code Σ |next - rank|}; they are then off by at most {@code tolerance · damping / (1 - damping)}.
     *
     * @param links for each page the pages to which it links, numbered from 0
     * @param damping in [0, 1)
     * @param tolerance above 0
     * @return (nPages) shares, which sum to 1
     * @throws IllegalArgumentException if there are no pages, a link leads to none, or damping or tolerance are out of
     *     range
     */
    public static double[] of(int[][] links, double damping, double tolerance) {
        requireWeb(links, damping);
        Require.positive("tolerance", tolerance);
        double[] rank = new double[links.length];
        Arrays.fill(rank, 1.0 / links.length);
        for (int k = 0; k < MAX_STEPS; k++) {
            double[] next = step(links, rank, damping);
            double change = 0;
            for (int i = 0; i < rank.length; i++) {
                change += Math.abs(next[i] - rank[i]);
            }
            rank = next;
            if (change <= tolerance) {
                break;
            }
        }
        return rank;
    }

    private static void requireWeb(int[][] links, double damping) {
        Require.that(links.length > 0, "links must have at least 1 page, but is empty");
        for (int i = 0; i < links.length; i++) {
            for (int j : links[i]) {
                Require.between("links[" + i + "]", j, 0, links.length - 1);
            }
        }
        Require.that(damping >= 0 && damping < 1, "damping must be in [0, 1), but was %s", damping);
    }
}
