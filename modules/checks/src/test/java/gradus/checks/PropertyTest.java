package gradus.checks;

import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.kit.NoData;
import gradus.kit.NotAttempted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import room.Mean;

class PropertyTest {
    private static final Data<Integer> INTS = Data.ints(-1000, 1000);
    private static final Data<double[]> VECTORS = Data.vectors(Data.ints(1, 20), Data.doubles(-10, 10));
    private static final Data<double[][]> MATRICES =
            Data.matrices(Data.ints(2, 12), Data.ints(1, 6), Data.doubles(-10, 10));

    @Test
    void whatHoldsIsTriedAsOftenAsAsked() {
        AtomicInteger calls = new AtomicInteger();

        Property.forAll(random(), 25, "n", INTS, n -> calls.incrementAndGet());

        assertEquals(25, calls.get());
    }

    @Test
    @DisplayName("the smallest data that fail are printed below the failure's own message")
    void theSmallestDataArePrinted() {
        assertMessage(
                """
                mean(values): expected 0.5 but was 1.0 (tolerance 1.0E-9). Divide by the number of values.
                This is the simplest case found that fails:
                values = {0, 1}""",
                () -> Property.forAll(
                        random(),
                        20,
                        "values",
                        VECTORS,
                        values -> assertClose(
                                "mean(values)",
                                Arrays.stream(values).average().orElseThrow(),
                                Mean.of(values),
                                1e-9,
                                "Divide by the number of values.")));
    }

    @Test
    void rowsColumnsAndEntriesGetFewerAndSimpler() {
        assertSmallest("{{0}, {0}}", MATRICES, X -> false);
        assertSmallest("{{0}, {0}, {0}}", MATRICES, X -> X.length < 3);
        assertSmallest("{{0, 0}, {0, 0}}", MATRICES, X -> X[0].length < 2);
        assertSmallest("{{-3}, {0}}", MATRICES, X -> Arrays.stream(X).allMatch(row -> row[0] > -2.5));
    }

    @Test
    void numbersGetRounderAndNearerToZero() {
        assertSmallest("38", INTS, n -> n < 38);
        assertSmallest("38", INTS, n -> Math.abs(n) < 38);
        assertSmallest("-38", INTS, n -> n > -38);
        assertSmallest("3", Data.ints(3, 9), n -> false);
        assertSmallest("1.5", Data.doubles(1.5, 2.5), x -> false);
        assertSmallest("3", Data.doubles(-9, 9), x -> x < 2.7);
        assertSmallest("2.6", Data.doubles(-9, 9), x -> x < 2.25 || x > 2.75);
    }

    @Test
    void listsGetShorterAndTheirElementsSimpler() {
        Data<List<Integer>> lists = Data.lists(Data.ints(0, 30), INTS);

        assertSmallest("[]", lists, list -> false);
        assertSmallest("[100]", lists, list -> list.stream().allMatch(n -> n < 100));
        assertSmallest("[0, 0, 0, 0]", lists, list -> list.size() < 4);
    }

    @Test
    @DisplayName("data stay what the author asked for while they get simpler")
    void restrictionsAreKept() {
        assertSmallest("5", INTS.where(n -> n >= 5), n -> false);
        assertSmallest("30", INTS.where(n -> n % 5 == 0), n -> n < 28);
        assertSmallest("{1}", VECTORS.where(values -> values[0] >= 0.5), values -> false);
        assertSmallest("[{1}, {1}]", Data.lists(Data.ints(2, 5), VECTORS.where(v -> v[0] >= 0.5)), list -> false);
        assertEquals(
                "where holds of none of 1000 draws: draw what it should hold of",
                assertThrows(
                                IllegalStateException.class,
                                () -> Property.forAll(random(), 1, "n", INTS.where(n -> false), n -> {}))
                        .getMessage());
    }

    @Test
    void theSameSeedGivesTheSameDataAndWords() {
        List<double[]> drawn = new ArrayList<>();
        Property.forAll(random(), 3, "values", VECTORS, drawn::add);
        Property.forAll(random(), 3, "values", VECTORS, drawn::add);
        Executable fails = () -> Property.forAll(random(), 20, "X", MATRICES, X -> fail(X[0][0] < 1.25));

        assertArrayEquals(drawn.get(2), drawn.get(5));
        assertEquals(
                assertThrows(AssertionError.class, fails).getMessage(),
                assertThrows(AssertionError.class, fails).getMessage());
    }

    @Test
    @DisplayName("attempts at simpler data are at most 10 for each draw, and 200")
    void attemptsAreBounded() {
        assertEquals(1 + 10, callsOfAFailure(1));
        assertEquals(1 + 200, callsOfAFailure(1000));
    }

    /** Fails once, and then never again, so that all simpler data are tried. */
    private static int callsOfAFailure(int nDraws) {
        AtomicInteger calls = new AtomicInteger();
        Data<double[][]> large = Data.matrices(Data.ints(500, 500), Data.ints(500, 500), Data.doubles(-10, 10));

        assertThrows(
                AssertionError.class,
                () -> Property.forAll(random(), nDraws, "X", large, X -> fail(calls.incrementAndGet() > 1)));
        return calls.get();
    }

    @Test
    @DisplayName("an exception of the learner is shown with the data, and where it was thrown")
    void exceptionsOfTheLearner() {
        assertMessage(
                """
                Your code threw ArrayIndexOutOfBoundsException at Mean.java:13: Index 0 out of bounds for length 0.
                This is the simplest case found that fails:
                values = {}""",
                () -> Property.forAll(
                        random(), 100, "values", Data.vectors(Data.ints(0, 9), Data.doubles(-1, 1)), Mean::of));
    }

    @Test
    @DisplayName("an exception of the check itself says what may have caused it")
    void exceptionsOfTheCheck() {
        assertMessage(
                """
                Your code returned fewer values than the check looks at (Index 0 out of bounds for length 0). Look at the \
                shape of what you return.
                This is the simplest case found that fails:
                values = {0}""",
                () -> Property.forAll(random(), 20, "values", VECTORS, values -> {
                    double[] returned = {};
                    assertEquals(values[0], returned[0]);
                }));
        assertMessage(
                """
                Your code returned null, or something that holds null, where the check needs a value.
                This is the simplest case found that fails:
                values = {0, 0, 0}""",
                () -> Property.forAll(random(), 20, "values", VECTORS, values -> {
                    int unused = Objects.requireNonNull(Mean.centred(values), "centred values").length;
                }));
    }

    @Test
    @DisplayName("simpler data that fail in another way are left aside")
    void theFailureStaysTheSame() {
        assertMessage(
                """
                too large
                This is the simplest case found that fails:
                n = 101""",
                () -> Property.forAll(random(), 20, "n", Data.ints(50, 1000), n -> {
                    if (n <= 100) {
                        throw new IllegalStateException("too small");
                    }
                    throw new AssertionError("too large");
                }));
    }

    @Test
    @DisplayName("what is not the learner's failure passes at once and as it is")
    void whatIsNotTheLearnersPasses() {
        for (Throwable thrown : List.of(
                new NotAttempted(),
                new NoData("USArrests.csv is not here"),
                new WorkerLost(),
                new TestAbortedException("aborted"),
                new NoClassDefFoundError("Mean"))) {
            AtomicInteger calls = new AtomicInteger();

            assertSame(
                    thrown,
                    assertThrows(
                            Throwable.class,
                            () -> Property.forAll(random(), 20, "n", INTS, n -> {
                                calls.incrementAndGet();
                                throw thrown;
                            })));
            assertEquals(1, calls.get());
        }
    }

    @Test
    @DisplayName("the loss of the worker passes while data are made simpler, too")
    void lossWhileMakingDataSimpler() {
        assertThrows(
                WorkerLost.class,
                () -> Property.forAll(random(), 20, "n", INTS, n -> {
                    fail(n != 0);
                    throw new WorkerLost();
                }));
    }

    /** Stands for any exception of the lab. */
    private static final class WorkerLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static SplittableRandom random() {
        return new SplittableRandom(7);
    }

    private static void fail(boolean unless) {
        if (!unless) {
            throw new AssertionError("wrong");
        }
    }

    private interface Holds<T> {
        boolean of(T value);
    }

    private static <T> void assertSmallest(String shown, Data<T> data, Holds<T> property) {
        ThrowingConsumer<T> assertion = value -> fail(property.of(value));

        assertMessage(
                "wrong\nThis is the simplest case found that fails:\ndata = " + shown,
                () -> Property.forAll(random(), 100, "data", data, assertion));
    }

    private static void assertMessage(String message, Executable assertion) {
        assertEquals(message, message(assertion));
    }

    private static String message(Executable assertion) {
        return String.valueOf(
                assertThrows(AssertionFailedError.class, assertion).getMessage());
    }
}
