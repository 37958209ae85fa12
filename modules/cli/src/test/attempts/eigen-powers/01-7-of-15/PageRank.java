package decompositions.eigenpowers;

import gradus.kit.NotAttempted;
import gradus.kit.Require;

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
        // TODO hand each page's share to those it links to; add up those who jump, and spread them evenly
        throw new NotAttempted();
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
        // TODO steps from 1/nPages each, until the changes sum to at most tolerance (MAX_STEPS at most)
        throw new NotAttempted();
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
