package regression.linearregression;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import regression.linearregression.LinearRegression.Summary;

class LinearRegressionTest {
    /** Numbers are of order 1 to 100 and problems well conditioned: the reference is within 1e-12. */
    private static final double TOLERANCE = 1e-9;

    /** Three points; the line through them is 5/6 + 3/2 x, and misses them by 1/6, -1/3 and 1/6. */
    private static final double[][] X = {{0}, {1}, {2}};

    private static final double[] Y = {1, 2, 4};

    private static LinearRegression line() {
        return new LinearRegression(5.0 / 6, new double[] {1.5});
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares solves equations that have a solution")
    void solvesEquations() {
        assertClose(
                "leastSquares({{2, 1}, {1, 3}}, {5, 10})",
                new double[] {1, 3},
                LinearRegression.leastSquares(new double[][] {{2, 1}, {1, 3}}, new double[] {5, 10}),
                TOLERANCE,
                "Reflect b together with the columns, then substitute from the last row up.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares comes as near as it can where there is no solution")
    void comesAsNearAsItCan() {
        assertClose(
                "leastSquares({{1, 0}, {1, 1}, {1, 2}}, {1, 2, 4})",
                new double[] {5.0 / 6, 1.5},
                LinearRegression.leastSquares(new double[][] {{1, 0}, {1, 1}, {1, 2}}, Y),
                TOLERANCE,
                "After the reflections the first nColumns rows give the solution, the rest cannot be helped.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("what leastSquares leaves over is perpendicular to every column")
    void leavesWhatIsPerpendicular(RandomGenerator random) {
        double[][] A = Matrix.gaussian(random, 20, 4);
        double[] b = Matrix.gaussian(random, 1, 20)[0];
        double[] x = LinearRegression.leastSquares(A, b);
        assertEquals(4, x.length, "leastSquares should give one number for each of the 4 columns.");
        double[] left = Matrix.plus(b, -1, Matrix.times(A, x));

        assertClose(
                "Aᵀ(b - A x) with x = leastSquares(A, b) of a (20, 4) matrix",
                new double[4],
                Matrix.times(Matrix.transpose(A), left),
                TOLERANCE,
                "If a column still points along the rest, going along it comes nearer.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares can begin with a zero")
    void canBeginWithAZero() {
        assertClose(
                "leastSquares({{0, 1}, {2, 0}}, {3, 4})",
                new double[] {2, 3},
                LinearRegression.leastSquares(new double[][] {{0, 1}, {2, 0}}, new double[] {3, 4}),
                TOLERANCE,
                "Math.signum(0) is 0, which leaves nothing to reflect along; Math.copySign has a sign for 0 as well.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares keeps its digits where columns nearly agree")
    void keepsItsDigits() {
        double tiny = 1e-7;

        // The reference is within 1e-9: about 2⁻⁵² times the condition number 1.4e7.
        assertClose(
                "leastSquares({{1, 1}, {1e-7, 0}, {0, 1e-7}}, {5, 2e-7, 3e-7})",
                new double[] {2, 3},
                LinearRegression.leastSquares(
                        new double[][] {{1, 1}, {tiny, 0}, {0, tiny}}, new double[] {5, 2 * tiny, 3 * tiny}),
                1e-6,
                "AᵀA has lost the 1e-7 already, and v[k] - length cancels where v[k] is above 0: add with the sign of v[k].");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares refuses columns that depend on each other")
    void refusesDependentColumns() {
        double[][] A = {{1, 0.1, 1.3}, {1, 0.7, 3.1}, {1, 0.2, 1.6}, {1, 0.9, 3.7}};

        assertThrows(
                IllegalArgumentException.class,
                () -> LinearRegression.leastSquares(A, new double[] {1, 2, 3, 4}),
                "Column 2 is column 0 plus three times column 1, so there is not one best x but a whole line of them."
                        + " Round-off leaves a tiny number where a 0 should be.");
        assertThrows(
                IllegalArgumentException.class,
                () -> LinearRegression.leastSquares(Matrix.times(1e6, A), new double[] {1, 2, 3, 4}),
                "The same columns in a unit a million times smaller: what round-off leaves grows with the column, so compare"
                        + " it with the column's length.");
        assertThrows(
                IllegalArgumentException.class,
                () -> LinearRegression.leastSquares(new double[][] {{1, 0}, {2, 0}}, new double[] {1, 2}),
                "Column 1 is zero times column 0.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("predict multiplies by the weights and adds the bias")
    void predictAddsTheBias() {
        assertClose(
                "predict({{1, 10}, {0, 0}, {-1, 2}}) with bias 5 and weights 2, 0.5",
                new double[] {12, 5, 4},
                new LinearRegression(5, new double[] {2, 0.5}).predict(new double[][] {{1, 10}, {0, 0}, {-1, 2}}),
                TOLERANCE,
                "The bias belongs to every prediction, once.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fitQr finds bias and weights")
    void fitQrFindsTheLine() {
        assertIsTheLine("fitQr({{0}, {1}, {2}}, {1, 2, 4})", LinearRegression.fitQr(X, Y));
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fitNormalEquation finds bias and weights")
    void fitNormalEquationFindsTheLine() {
        assertIsTheLine("fitNormalEquation({{0}, {1}, {2}}, {1, 2, 4})", LinearRegression.fitNormalEquation(X, Y));
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fitQr keeps its digits where the normal equation cannot")
    void fitQrKeepsItsDigits() {
        double[][] time =
                IntStream.range(0, 20).mapToObj(i -> new double[] {1e7 + i}).toArray(double[][]::new);
        double[] y = Arrays.stream(time).mapToDouble(x -> 7 * (x[0] - 1e7)).toArray();

        // The reference is within 1e-8: 2⁻⁵² times the condition number of about 2e5 · 1e6.
        assertClose(
                "weight of fitQr for y = 7 x - 70000000 with x = 10000000, 10000001, …",
                7,
                weights(LinearRegression.fitQr(time, y), 1)[0],
                1e-6,
                "Give leastSquares A itself: AᵀA squares the condition number, and here that leaves few digits.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the line of mpg on horsepower agrees with the published one")
    void autoLine() {
        double[][] cars = Datasets.table("islr/Auto.csv").numbers("horsepower", "mpg");
        LinearRegression line = LinearRegression.fitQr(column(cars, 0), values(cars, 1));

        // G. James et al., An Introduction to Statistical Learning, 2nd ed., Springer 2021, §3.7, exercise 8, as R
        // prints
        assertClose("bias of mpg on horsepower", 39.93586, line.bias(), 5e-6, "There are 392 cars.");
        assertClose(
                "weight of mpg on horsepower",
                -0.157845,
                weights(line, 1)[0],
                5e-7,
                "There are 392 cars, and one horsepower costs about 0.16 miles per gallon.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the plane of house values on eight features agrees with the published one")
    void californiaPlane() {
        California california = California.atHand();
        LinearRegression plane = LinearRegression.fitQr(california.X, california.y);
        double[] deviations = California.COEFFICIENTS.clone();
        for (int j = 0; j < deviations.length; j++) {
            double standardError = California.COEFFICIENTS[j] / California.T_VALUES[j];
            deviations[j] = ((j == 0 ? plane.bias() : weights(plane, 8)[j - 1]) - deviations[j]) / standardError;
        }

        // 207 of 20,640 districts miss their bedrooms in this copy, and four decimals are printed: the reference is
        // within
        // 0.4.
        assertClose(
                "bias and weights of California, less the published ones, in published standard errors",
                new double[9],
                deviations,
                0.5,
                "There are 20433 districts.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("one step of fitGradientDescent goes along the gradient of the mean squared error")
    void oneStepGoesAlongTheGradient() {
        LinearRegression model = LinearRegression.fitGradientDescent(X, Y, 0.25, 1);

        assertClose(
                "bias of fitGradientDescent({{0}, {1}, {2}}, {1, 2, 4}, 0.25, 1)",
                7.0 / 6, model.bias(), TOLERANCE, "From zeros the slope along the bias is -2 times the mean of y.");
        assertClose(
                "weights of fitGradientDescent({{0}, {1}, {2}}, {1, 2, 4}, 0.25, 1)",
                new double[] {10.0 / 6},
                model.weights(),
                TOLERANCE,
                "From zeros the slope along the weight is -2 times the mean of x · y.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("fitGradientDescent begins with zeros")
    void beginsWithZeros() {
        LinearRegression model = LinearRegression.fitGradientDescent(new double[][] {{2}}, new double[] {3}, 0.25, 0);

        assertClose("bias after 0 steps", 0, model.bias(), 0, "Begin with zeros.");
        assertClose("weights after 0 steps", new double[1], model.weights(), 0, "Begin with zeros.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("twice the same samples change no step")
    void twiceTheSamplesChangeNoStep() {
        LinearRegression once = LinearRegression.fitGradientDescent(X, Y, 0.25, 5);
        LinearRegression twice = LinearRegression.fitGradientDescent(
                new double[][] {{0}, {1}, {2}, {0}, {1}, {2}}, new double[] {1, 2, 4, 1, 2, 4}, 0.25, 5);

        assertClose(
                "bias from every sample twice", once.bias(), twice.bias(), TOLERANCE, "Take the mean, not the sum.");
        assertClose(
                "weights from every sample twice",
                weights(once, 1),
                twice.weights(),
                TOLERANCE,
                "Take the mean, not the sum, so that the learning rate does not depend on how many samples there are.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("gradient descent comes to where QR gets at once")
    void descentComesToTheSamePlace(RandomGenerator random) {
        double[][] features = Matrix.gaussian(random, 60, 3);
        double[] y = Matrix.gaussian(random, 1, 60)[0];
        LinearRegression solved = LinearRegression.fitQr(features, y);
        LinearRegression walked = LinearRegression.fitGradientDescent(features, y, 0.2, 2000);

        assertClose(
                "bias after 2000 steps",
                solved.bias(),
                walked.bias(),
                1e-6,
                "Step against the gradient of all samples.");
        assertClose(
                "weights after 2000 steps",
                weights(solved, 3),
                walked.weights(),
                1e-6,
                "Step against the gradient of all samples: 2/n · Aᵀ(A c - y).");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("residualStandardError divides by the samples that are left over")
    void errorDividesByWhatIsLeft() {
        assertClose(
                "residualStandardError of 5/6 + 3/2 x on (0, 1), (1, 2), (2, 4)",
                Math.sqrt(1.0 / 6),
                line().summary(X, Y).residualStandardError(),
                TOLERANCE,
                "Two coefficients were fitted to 3 samples, so divide by 3 - 2; then take the root.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("r2 is the part of the variance of y that the model explains")
    void r2IsTheExplainedPart() {
        assertClose(
                "r2 of 5/6 + 3/2 x on (0, 1), (1, 2), (2, 4)",
                27.0 / 28,
                line().summary(X, Y).r2(),
                TOLERANCE,
                "1 - (sum of squared residuals) / (sum of squared distances of y from its mean).");
        assertClose(
                "r2 of the constant 7/3 on the same points",
                0,
                new LinearRegression(7.0 / 3, new double[1]).summary(X, Y).r2(),
                TOLERANCE,
                "The mean of y explains nothing.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("standardErrors and tValues say how sure each coefficient is")
    void standardErrorsOfTheLine() {
        Summary summary = line().summary(X, Y);
        double[] errors = {Math.sqrt(5) / 6, Math.sqrt(1.0 / 12)};

        assertClose(
                "standardErrors of 5/6 + 3/2 x on (0, 1), (1, 2), (2, 4)",
                errors,
                summary.standardErrors(),
                TOLERANCE,
                "The residual standard error times the root of the diagonal of (AᵀA)⁻¹, the bias first.");
        assertClose(
                "tValues of 5/6 + 3/2 x on (0, 1), (1, 2), (2, 4)",
                new double[] {5.0 / 6 / errors[0], 1.5 / errors[1]},
                summary.tValues(),
                TOLERANCE,
                "Each coefficient divided by its standard error, the bias first.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("a feature in a smaller unit has a smaller standard error, the others keep theirs")
    void standardErrorsFollowTheUnits(RandomGenerator random) {
        double[][] features = Matrix.gaussian(random, 30, 3);
        double[] y = Matrix.gaussian(random, 1, 30)[0];
        double[][] inOtherUnits = Matrix.copy(features);
        for (double[] sample : inOtherUnits) {
            sample[1] *= 100;
        }
        double[] errors = new LinearRegression(1, new double[] {0.2, 0.003, 0.4})
                .summary(inOtherUnits, y)
                .standardErrors();
        double[] expected = new LinearRegression(1, new double[] {0.2, 0.3, 0.4})
                .summary(features, y)
                .standardErrors();

        assertEquals(4, expected.length, "standard errors of a bias and 3 weights.");
        expected[2] /= 100;
        assertClose(
                "standardErrors with the second feature in units of a hundredth",
                expected,
                errors,
                TOLERANCE,
                "Row k of Vᵀ belongs to singular value k, column j to coefficient j.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("the summary of mpg on horsepower agrees with the published one")
    void autoSummary() {
        double[][] cars = Datasets.table("islr/Auto.csv").numbers("horsepower", "mpg");
        Summary summary =
                new LinearRegression(39.935861, new double[] {-0.1578447}).summary(column(cars, 0), values(cars, 1));

        // G. James et al., An Introduction to Statistical Learning, 2nd ed., Springer 2021, §3.7, exercise 8, as R
        // prints
        assertClose("r2 of mpg on horsepower", 0.6059, summary.r2(), 5e-5, "There are 392 cars.");
        assertClose(
                "residualStandardError of mpg on horsepower",
                4.906,
                summary.residualStandardError(),
                5e-4,
                "There are 392 cars and 390 degrees of freedom.");
        assertClose(
                "standardErrors of mpg on horsepower",
                new double[] {0.717499, 0.006446},
                summary.standardErrors(),
                5e-7,
                "The residual standard error times the root of the diagonal of (AᵀA)⁻¹, the bias first.");
        assertClose(
                "tValues of mpg on horsepower",
                new double[] {55.66, -24.49},
                summary.tValues(),
                5e-3,
                "Each coefficient divided by its standard error, the bias first.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("the t values of house values on eight features agree with the published ones")
    void californiaSummary() {
        California california = California.atHand();
        double[] coefficients = Reference.of(() -> {
            LinearRegression plane = LinearRegression.fitQr(california.X, california.y);
            return DoubleStream.concat(DoubleStream.of(plane.bias()), Arrays.stream(plane.weights()))
                    .toArray();
        });
        double[] tValues = new LinearRegression(coefficients[0], Arrays.copyOfRange(coefficients, 1, 9))
                .summary(california.X, california.y)
                .tValues();
        assertEquals(9, tValues.length, "t values of a bias and 8 weights.");
        Arrays.setAll(tValues, j -> tValues[j] / California.T_VALUES[j]);

        // The districts that this copy misses make t values up to 1.5 % smaller.
        assertClose(
                "tValues of California as parts of the published ones",
                DoubleStream.generate(() -> 1).limit(9).toArray(),
                tValues,
                0.02,
                "Each coefficient divided by its standard error, the bias first. There are 20433 districts.");
    }

    /**
     * Districts of California in 1990: the logarithm of the median house value on eight features.
     *
     * <p>Source: R. K. Pace and R. Barry, <i>Sparse Spatial Autoregressions</i>, Statistics and Probability Letters 33
     * (1997), 291-297, least squares.
     */
    private record California(double[][] X, double[] y) {
        /**
         * Bias; income, its square and its cube; the logarithms of age, rooms per person, bedrooms per person, people
         * per household, and households.
         */
        static final double[] COEFFICIENTS = {
            11.4939, 0.4790, -0.0166, -0.0002, 0.1570, -0.8582, 0.8043, -0.4077, 0.0477
        };

        static final double[] T_VALUES = {
            275.7518, 45.7768, -9.4841, -1.9157, 33.6123, -56.1280, 38.0685, -20.8762, 13.0792
        };

        static California atHand() {
            double[][] table = Datasets.table("california-housing/housing.csv")
                    .complete("total_bedrooms")
                    .numbers(
                            "median_income",
                            "housing_median_age",
                            "total_rooms",
                            "total_bedrooms",
                            "population",
                            "households",
                            "median_house_value");
            return new California(
                    Stream.of(table)
                            .map(row -> features(row[0], row[1], row[2], row[3], row[4], row[5]))
                            .toArray(double[][]::new),
                    Stream.of(table).mapToDouble(row -> Math.log(row[6])).toArray());
        }

        private static double[] features(
                double income, double age, double rooms, double bedrooms, double people, double households) {
            return new double[] {
                income,
                income * income,
                income * income * income,
                Math.log(age),
                Math.log(rooms / people),
                Math.log(bedrooms / people),
                Math.log(people / households),
                Math.log(households)
            };
        }
    }

    @Test
    @DisplayName("shapes that do not fit are refused with a useful message")
    void shapesThatDoNotFit() {
        assertRefused("y must have 3 entries, but has 2", () -> LinearRegression.fitQr(X, new double[2]));
        assertRefused("y must have 3 entries, but has 4", () -> LinearRegression.fitNormalEquation(X, new double[4]));
        assertRefused("X must have 1 column, but has 2", () -> line().predict(new double[3][2]));
        assertRefused(
                "A must have at least 3 rows, but has 2",
                () -> LinearRegression.leastSquares(new double[2][3], new double[2]));
        assertRefused(
                "X must have at least 3 samples, but has 2", () -> line().summary(new double[2][1], new double[2]));
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("learningRate must be > 0, but was 0.0", () -> LinearRegression.fitGradientDescent(X, Y, 0, 1));
        assertRefused("nSteps must be >= 0, but was -1", () -> LinearRegression.fitGradientDescent(X, Y, 1, -1));
        assertRefused(
                "A must be finite, but A[0][1] was NaN",
                () -> LinearRegression.leastSquares(new double[][] {{1, Double.NaN}, {1, 2}}, new double[2]));
    }

    private static void assertIsTheLine(String what, LinearRegression model) {
        assertClose(
                what + ": bias",
                5.0 / 6,
                model.bias(),
                TOLERANCE,
                "The first coefficient belongs to the column of ones.");
        assertClose(what + ": weights", new double[] {1.5}, model.weights(), TOLERANCE, "One weight for each feature.");
    }

    /** The weights, once it is sure that there are as many as there should be. */
    private static double[] weights(LinearRegression model, int nFeatures) {
        assertEquals(nFeatures, model.weights().length, "weights of a model with that many features.");
        return model.weights();
    }

    private static double[][] column(double[][] table, int j) {
        return Stream.of(table).map(row -> new double[] {row[j]}).toArray(double[][]::new);
    }

    private static double[] values(double[][] table, int j) {
        return Stream.of(table).mapToDouble(row -> row[j]).toArray();
    }
}
