package decompositions.eigenfaces;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class EigenfacesHiddenTest {
    /** Lengths of up to 24, squared in A·Aᵀ; the fourth is 3 or less, so it is known to 1e-13 · (24/3)². */
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("faces are orthonormal and draw every known picture from its scores")
    void drawKnown(RandomGenerator random) {
        double[][] pictures = EigenfacesTest.pictures(random, 10);
        Eigenfaces fitted = Eigenfaces.fit(pictures, new int[10], 4);
        double[][] F = requireShape("faces", 4, 30, fitted.faces(), "A row for each component.");
        double[][] scores = requireShape("scores", 10, 4, fitted.scores(), "A row for each known picture.");

        assertClose(
                "faces · facesᵀ", Matrix.identity(4), Matrix.times(F, Matrix.transpose(F)), TOLERANCE, "Divide by √λ.");
        assertClose(
                "scores · faces + mean",
                pictures,
                Matrix.plusRow(Matrix.times(scores, F), Matrix.columnMeans(pictures)),
                TOLERANCE,
                "They vary in four directions only, so four faces are enough.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("score and distance make up the length of a centred picture")
    void pythagoras(RandomGenerator random) {
        double[][] pictures = EigenfacesTest.pictures(random, 10);
        Eigenfaces fitted = Eigenfaces.fit(pictures, new int[10], 3);
        double[][] others = Matrix.gaussian(random, 5, 30);
        double[][] scores = requireShape("transform(X)", 5, 3, fitted.transform(others), "A row for each picture.");
        double[] distances = fitted.distanceFromFaces(others);
        assertClose("length of distanceFromFaces", 5, distances.length, 0, "One for each picture.");

        for (int i = 0; i < 5; i++) {
            assertClose(
                    "length of picture " + i + " less the mean",
                    Matrix.norm(Matrix.plus(others[i], -1, Matrix.columnMeans(pictures))),
                    Math.hypot(Matrix.norm(scores[i]), distances[i]),
                    TOLERANCE,
                    "By Pythagoras: scores along the faces, and what is perpendicular to all of them.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("new pictures find the nearest known one")
    void newPictures(RandomGenerator random) {
        double[][] pictures = EigenfacesTest.pictures(random, 20);
        int[] people = IntStream.range(0, 20).map(i -> i / 4).toArray();
        double[][] others = EigenfacesTest.pictures(random, 30);
        int[] expected = Reference.of(() -> Eigenfaces.fit(pictures, people, 3).nearest(others));
        Eigenfaces fitted = Eigenfaces.fit(pictures, people, 3);

        assertExact("nearest of 30 others", expected, fitted.nearest(others), "The smallest distance of scores.");
        int[] named = IntStream.of(expected).map(i -> people[i]).toArray();
        assertExact("recognise of 30 others", named, fitted.recognise(others), "people of the nearest.");
    }
}
