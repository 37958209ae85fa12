package decompositions.eigenfaces;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Faces;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EigenfacesTest {
    /** Numbers up to 40, squared in A·Aᵀ. */
    private static final double TOLERANCE = 1e-11;

    /** Around (10, 20, 30, 40): 5 · (2, -1, -1) along (0.6, 0, 0.8, 0), and 2 · (0, 1, -1) along (0, 1, 0, 0). */
    private static final double[][] X = {{16, 20, 38, 40}, {7, 22, 26, 40}, {7, 18, 26, 40}};

    private static final int[] PEOPLE = {7, 3, 3};

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit finds unit vectors along which pictures vary, though it decomposes the smaller matrix")
    void facesByHand() {
        Eigenfaces fitted = Eigenfaces.fit(X, PEOPLE, 2);

        assertClose("mean", new double[] {10, 20, 30, 40}, fitted.mean(), TOLERANCE, "Of each pixel.");
        assertCloseUpToSign(
                "faces",
                new double[][] {{0.6, 0, 0.8, 0}, {0, 1, 0, 0}},
                fitted.faces(),
                TOLERANCE,
                "Aᵀ·u has the length √λ, here √150 and √8: divide by it.");
        assertExact("people", PEOPLE, fitted.people(), "As they were given.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit keeps the scores of the known pictures")
    void scoresOfKnown() {
        Eigenfaces fitted = Eigenfaces.fit(X, PEOPLE, 2);

        assertCloseUpToSign(
                "transposed scores",
                new double[][] {{10, -5, -5}, {0, 2, -2}},
                Matrix.transpose(requireShape("scores", 3, 2, fitted.scores(), "A row for each known picture.")),
                TOLERANCE,
                "Products of the centred pictures with the faces.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("eigenfaces are the right singular vectors of the centred pictures")
    void agreeWithTheSvd(RandomGenerator random) {
        double[][] pictures = pictures(random, 9);
        double[][] A = Matrix.minusRow(pictures, Matrix.columnMeans(pictures));
        double[][] expected = Arrays.copyOf(Svd.thin(A).vt(), 4);

        // Lengths along them are about 24, 12, 6 and 3, and squared in A·Aᵀ: 1e-15 of 600 beside gaps of 9 and more.
        assertCloseUpToSign(
                "faces",
                expected,
                Eigenfaces.fit(pictures, new int[9], 4).faces(),
                1e-9,
                "Aᵀ·u for eigenvectors u of A·Aᵀ, divided by the root of the eigenvalue.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("transform projects new pictures, centred with the known mean")
    void projects() {
        assertClose(
                "transform({{1, 8, 11}, {5, 2, 3}})",
                new double[][] {{10}, {0}},
                line().transform(new double[][] {{1, 8, 11}, {5, 2, 3}}),
                TOLERANCE,
                "(1, 8, 11) is the mean and ten times (0, 0.6, 0.8).");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("distanceFromFaces measures what eigenfaces can't draw")
    void distances() {
        assertClose(
                "distanceFromFaces({{1, 8, 11}, {5, 2, 3}, {4, -2, 6}})",
                new double[] {0, 4, Math.sqrt(9 + 25)},
                line().distanceFromFaces(new double[][] {{1, 8, 11}, {5, 2, 3}, {4, -2, 6}}),
                TOLERANCE,
                "(4, -2, 6) is the mean, (3, 0, 0) and (0, -4, 3), which are both perpendicular to the face.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("nearest is the known picture whose scores are closest")
    void nearestByHand() {
        assertExact(
                "nearest of scores 10, 0.9 and -30 among -4 and 6",
                new int[] {1, 0, 0},
                line().nearest(new double[][] {{1, 8, 11}, {1, 2.54, 3.72}, {1, -16, -21}}),
                "Compare with all known pictures, and take an index only if it is nearer.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("nearest takes the first of several that are equally near")
    void firstOfEquals() {
        assertExact(
                "nearest of (1.5, 2) among (0, 0), (3, 4) and (5, -1)",
                new int[] {0},
                plane().nearest(new double[][] {{1.5, 2}}),
                "It is 2.5 from the first two. Replace the nearest only by one that is nearer.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("nearest counts all components")
    void allComponents() {
        // Squares of distances: 26, 4 + 1 and 64; and 26, 40, 4.
        assertExact(
                "nearest of (5, 5) and (5, 1) among (0, 0), (3, 4) and (5, -1)",
                new int[] {1, 2},
                plane().nearest(new double[][] {{5, 5}, {5, 1}}),
                "By the length of the difference of scores.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("recognise names people, not pictures")
    void names() {
        assertExact(
                "recognise of scores 10 and 0.9 among -4 (person 9) and 6 (person 5)",
                new int[] {5, 9},
                line().recognise(new double[][] {{1, 8, 11}, {1, 2.54, 3.72}}),
                "people of the nearest.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("known pictures recognise themselves")
    void themselves(RandomGenerator random) {
        double[][] pictures = pictures(random, 12);
        int[] people = IntStream.range(0, 12).map(i -> 40 - i).toArray();
        Eigenfaces fitted = Eigenfaces.fit(pictures, people, 3);

        assertExact(
                "nearest of the known pictures",
                IntStream.range(0, 12).toArray(),
                fitted.nearest(pictures),
                "The scores of a known picture are in the record.");
        assertExact("recognise of the known pictures", people, fitted.recognise(pictures), "people of the nearest.");
    }

    @Graded(stage = 3)
    @DisplayName("sixteen eigenfaces of two pictures of each of 40 people recognise 71 % of 320 others")
    void facesOfCambridge() throws IOException {
        Faces faces;
        try (InputStream zip = Datasets.open("att-faces-small/att-faces.zip")) {
            faces = Faces.zipped(zip, 40, 10);
        }
        int[] known = IntStream.range(0, 400).filter(i -> i % 10 < 2).toArray();
        int[] others = IntStream.range(0, 400).filter(i -> i % 10 >= 2).toArray();
        Eigenfaces fitted = Eigenfaces.fit(chosen(faces, known), people(faces, known), 16);
        int[] found = fitted.recognise(chosen(faces, others));
        int[] expected = people(faces, others);
        assertEquals(320, found.length, "people recognised in 320 pictures");
        long right =
                IntStream.range(0, 320).filter(i -> found[i] == expected[i]).count();

        // Measured with NumPy, 227 of 320; one picture may lie between two that are equally near but for round-off.
        assertClose("pictures recognised", 227, right, 1, "The nearest picture by scores of 16 components.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("X must have at least 2 pictures, but has 1", () -> Eigenfaces.fit(new double[1][4], PEOPLE, 1));
        assertRefused("people must have 3 entries, but has 2", () -> Eigenfaces.fit(X, new int[2], 1));
        assertRefused("nComponents must be in [1, 2], but was 3", () -> Eigenfaces.fit(X, PEOPLE, 3));
        assertRefused(
                "X must vary in 2 directions, but does not in so many",
                () -> Eigenfaces.fit(new double[][] {{1, 1}, {2, 2}, {3, 3}}, PEOPLE, 2));
        assertRefused("X must have 3 columns, but has 4", () -> line().nearest(X));
    }

    /** One component, (0, 0.6, 0.8), and two known pictures at -4 and 6 along it. */
    private static Eigenfaces line() {
        return new Eigenfaces(
                new double[] {1, 2, 3}, new double[][] {{0, 0.6, 0.8}}, new double[][] {{-4}, {6}}, new int[] {9, 5});
    }

    /** Two components along the axes, and three known pictures at (0, 0), (3, 4) and (5, -1). */
    private static Eigenfaces plane() {
        return new Eigenfaces(
                new double[] {0, 0},
                new double[][] {{1, 0}, {0, 1}},
                new double[][] {{0, 0}, {3, 4}, {5, -1}},
                new int[] {0, 1, 2});
    }

    private static double[][] chosen(Faces faces, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> faces.light()[i]).toArray(double[][]::new);
    }

    private static int[] people(Faces faces, int[] indices) {
        return Arrays.stream(indices).map(i -> faces.people()[i]).toArray();
    }

    /** Pictures of 30 pixels that vary by 8, 4, 2 and 1 along four turned axes. */
    static double[][] pictures(RandomGenerator random, int n) {
        double[][] independent = Svd.thin(Matrix.gaussian(random, n, 4)).u();
        double[] means = Matrix.columnMeans(independent);
        double[][] scores = Matrix.minusRow(independent, means);
        for (double[] score : scores) {
            for (int k = 0; k < 4; k++) {
                score[k] *= 8 >> k;
            }
        }
        double[][] axes = Svd.thin(Matrix.gaussian(random, 4, 30)).vt();
        return Matrix.plusRow(Matrix.times(3, Matrix.times(scores, axes)), Matrix.gaussian(random, 1, 30)[0]);
    }
}
