package decompositions.nmfparts;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NmfTest {
    /** A few products of numbers up to 12. */
    private static final double TOLERANCE = 1e-12;

    private static final double[][] X = {{3, 2}, {5, 6}};
    private static final double[][] WEIGHTS = {{1, 0}, {1, 2}};
    private static final double[][] PARTS = {{1, 2}, {3, 1}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("loss sums the squared differences")
    void lossByHand() {
        assertClose(
                "loss({{3, 2}, {5, 6}}, {{1, 0}, {1, 2}}, {{1, 2}, {3, 1}})",
                12,
                Nmf.loss(X, WEIGHTS, PARTS),
                TOLERANCE,
                "The product is {{1, 2}, {7, 4}}: 2² + 0² + 2² + 2².");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("updatedParts multiplies by what is wanted and divides by what is there")
    void partsByHand() {
        assertClose(
                "updatedParts({{3, 2}, {5, 6}}, {{1, 0}, {1, 2}}, {{1, 2}, {3, 1}})",
                new double[][] {{1, 8 / 3.0}, {15 / 7.0, 1.5}},
                Nmf.updatedParts(X, WEIGHTS, PARTS),
                TOLERANCE,
                "Wᵀ·X is {{8, 8}, {10, 12}}, Wᵀ·W·H is {{8, 6}, {14, 8}}.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("updatedWeights does the same for the weights")
    void weightsByHand() {
        assertClose(
                "updatedWeights({{3, 2}, {5, 6}}, {{1, 0}, {1, 2}}, {{1, 2}, {3, 1}})",
                new double[][] {{1.4, 0}, {17 / 15.0, 1.68}},
                Nmf.updatedWeights(X, WEIGHTS, PARTS),
                TOLERANCE,
                "X·Hᵀ is {{7, 11}, {17, 21}}, W·H·Hᵀ is {{5, 5}, {15, 25}}.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("updates leave alone what nothing is known of")
    void nothingIsDividedByZero() {
        // No sample has any of part 1, so its denominators are 0.
        assertClose(
                "updatedParts of weights {{2, 0}, {1, 0}}",
                new double[][] {{2.2, 2}, {3, 4}},
                Nmf.updatedParts(X, new double[][] {{2, 0}, {1, 0}}, new double[][] {{1, 5}, {3, 4}}),
                TOLERANCE,
                "Where the denominator is 0 the entry stays as it is.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a product that is right already stays")
    void fixedPoint(RandomGenerator random) {
        double[][] W = positive(random, 6, 2);
        double[][] H = positive(random, 2, 5);
        double[][] exact = Matrix.times(W, H);

        assertClose("updatedParts(W·H, W, H)", H, Nmf.updatedParts(exact, W, H), TOLERANCE, "All factors are 1.");
        assertClose("updatedWeights(W·H, W, H)", W, Nmf.updatedWeights(exact, W, H), TOLERANCE, "All factors are 1.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit finds a single part in one step")
    void onePart() {
        double[][] samples = {{2, 4}, {6, 12}};
        Nmf nmf = Nmf.fit(samples, new double[][] {{1}, {1}}, new double[][] {{1, 1}}, 1);

        assertClose(
                "parts", new double[][] {{4, 8}}, nmf.parts(), TOLERANCE, "(8, 16) / (2, 2): the parts come first.");
        assertClose(
                "weights",
                new double[][] {{0.5}, {1.5}},
                nmf.weights(),
                TOLERANCE,
                "(40, 120) / (80, 80): updated with the new parts.");
        assertClose("losses", new double[] {156, 0}, nmf.losses(), TOLERANCE, "1 + 9 + 25 + 121 at the start, then 0.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the loss never rises, and nothing gets below 0")
    void neverRises(RandomGenerator random) {
        double[][] samples = positive(random, 12, 8);
        Nmf nmf = Nmf.fit(samples, positive(random, 12, 3), positive(random, 3, 8), 60);
        assertTrue(nmf.losses() != null && nmf.losses().length == 61, "losses must hold the start's and one per step.");
        double[][] W = requireShape("weights", 12, 3, nmf.weights(), "A row for each sample.");
        double[][] H = requireShape("parts", 3, 8, nmf.parts(), "A row for each part.");

        for (int k = 1; k < 61; k++) {
            // Near the end changes are round-off of sums of squares that are 1e-15 of the first.
            assertTrue(
                    nmf.losses()[k] <= nmf.losses()[k - 1] + 1e-13 * nmf.losses()[0],
                    "losses must not rise, but go from " + nmf.losses()[k - 1] + " to " + nmf.losses()[k] + " in step "
                            + k + ". Update the weights with the new parts.");
        }
        assertTrue(
                Arrays.stream(W).flatMapToDouble(Arrays::stream).allMatch(entry -> entry >= 0)
                        && Arrays.stream(H).flatMapToDouble(Arrays::stream).allMatch(entry -> entry >= 0),
                "weights and parts must not be negative.");
        assertClose("the last loss", Nmf.loss(samples, W, H), nmf.losses()[60], 1e-10, "That of what is returned.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit without steps returns the start")
    void noSteps() {
        Nmf nmf = Nmf.fit(X, WEIGHTS, PARTS, 0);

        assertClose("weights after 0 steps", WEIGHTS, nmf.weights(), 0, "Nothing was updated.");
        assertClose("parts after 0 steps", PARTS, nmf.parts(), 0, "Nothing was updated.");
        assertClose("losses after 0 steps", new double[] {12}, nmf.losses(), TOLERANCE, "The start has one, too.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("transform learns weights of new samples and keeps the parts")
    void newSamples() {
        Nmf nmf = new Nmf(new double[][] {{1}}, new double[][] {{3, 4}}, new double[] {0});

        assertClose(
                "transform({{6, 8}, {4, 3}}, start 1, 1 step) with the part (3, 4)",
                new double[][] {{2}, {0.96}},
                nmf.transform(new double[][] {{6, 8}, {4, 3}}, new double[][] {{1}, {1}}, 1),
                TOLERANCE,
                "With one part it is the projection x·h / h·h: 50/25 and 24/25.");
        assertClose(
                "transform({{6, 8}}, start 7, 0 steps)",
                new double[][] {{7}},
                nmf.transform(new double[][] {{6, 8}}, new double[][] {{7}}, 0),
                0,
                "No steps, no change.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("transform finds the weights that a sample was made of")
    void findsWeights() {
        // Two parts that overlap little, so that steps are large.
        Nmf nmf = new Nmf(new double[][] {{1, 1}}, new double[][] {{4, 1, 0}, {0, 1, 5}}, new double[] {0});
        double[][] weights = {{2, 0.5}, {0.25, 3}};
        double[][] samples = Matrix.times(weights, nmf.parts());

        // Each step takes 0.7 or less of the error; 60 leave 1e-9 of it.
        assertEquals(2, nmf.transform(samples, new double[][] {{1, 1}, {1, 1}}, 60).length, "rows for 2 samples");
        assertClose(
                "transform of 2·part 0 + 0.5·part 1, and of 0.25·part 0 + 3·part 1",
                weights,
                nmf.transform(samples, new double[][] {{1, 1}, {1, 1}}, 60),
                1e-8,
                "Go on from the updated weights, not from the start.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "X must not be negative, but X[0][1] was -1.0",
                () -> Nmf.loss(new double[][] {{1, -1}}, new double[1][1], new double[1][2]));
        assertRefused(
                "weights must have 2 rows, one for each sample, but has 1", () -> Nmf.loss(X, new double[1][2], PARTS));
        assertRefused("parts must have 2 columns, but has 3", () -> Nmf.loss(X, WEIGHTS, new double[2][3]));
        assertRefused("weights must have 1 column, but has 2", () -> Nmf.loss(X, WEIGHTS, new double[1][2]));
        assertRefused("nSteps must be >= 0, but was -1", () -> Nmf.fit(X, WEIGHTS, PARTS, -1));
    }

    static double[][] positive(RandomGenerator random, int nRows, int nColumns) {
        double[][] A = new double[nRows][];
        for (int i = 0; i < nRows; i++) {
            A[i] = random.doubles(nColumns, 0.1, 2).toArray();
        }
        return A;
    }
}
