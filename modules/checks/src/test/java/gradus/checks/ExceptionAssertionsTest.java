package gradus.checks;

import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import gradus.kit.NoData;
import gradus.kit.NotAttempted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import room.Mean;

class ExceptionAssertionsTest {
    private static final String REASON = "Without values there is no mean.";

    @Test
    void whatWasThrownComesBack() {
        IllegalStateException thrown = new IllegalStateException("no model");

        assertSame(thrown, assertThrows(IllegalStateException.class, thrower(thrown), REASON));
        assertSame(thrown, assertThrows(RuntimeException.class, thrower(thrown), REASON));
        assertEquals(
                "Index 0 out of bounds for length 0",
                assertThrows(IndexOutOfBoundsException.class, () -> Mean.of(), REASON)
                        .getMessage());
    }

    private record Point(double x, double y) {}

    @Test
    void nothingWasThrown() {
        assertMessage(
                "Expected IllegalArgumentException, but nothing was thrown. Without values there is no mean.",
                () -> assertThrows(IllegalArgumentException.class, () -> {}, REASON));
    }

    @Test
    @DisplayName("the value that came instead is shown")
    void aValueCameBack() {
        assertReturned("6", 6.0);
        assertReturned("{{1, 2.5}, {NaN, -3}}", new double[][] {{1, 2.5}, {Double.NaN, -3}});
        assertReturned("{0.1}", new float[] {0.1f});
        assertReturned("[1, \"two\", true]", List.of(1, "two", true));
        assertReturned("[\"say \\\"hi\\\",\\n\\\\ \\t.\"]", List.of("say \"hi\",\n\\ \t."));
        assertReturned("Point[x=1.0, y=2.0]", new Point(1, 2));
        assertReturned("Optional[two]", Optional.of("two"));
        assertReturned("null", null);
        assertReturned("an object of Object", new Object());
        assertReturned("{" + "0, ".repeat(333) + " …", new double[5000]);
    }

    @Test
    @DisplayName("another exception is shown with its message, and where it was thrown")
    void anotherExceptionCame() {
        assertMessage(
                "Expected IllegalArgumentException, but got ArrayIndexOutOfBoundsException at Mean.java:13: Index 0 out of"
                        + " bounds for length 0. Without values there is no mean.",
                () -> assertThrows(IllegalArgumentException.class, () -> Mean.of(), REASON));
        assertMessage(
                "Expected NullPointerException, but got IllegalArgumentException at Mean.java:19: X must have at least 1 row,"
                        + " but is empty. Without values there is no mean.",
                () -> assertThrows(NullPointerException.class, () -> Mean.ofColumns(new double[0][]), REASON));
    }

    @Test
    void anExceptionWithoutAMessage() {
        IllegalStateException thrown = new IllegalStateException();
        thrown.setStackTrace(new StackTraceElement[0]);

        assertMessage(
                "Expected IllegalArgumentException, but got IllegalStateException. Without values there is no mean.",
                () -> assertThrows(IllegalArgumentException.class, thrower(thrown), REASON));
    }

    @Test
    @DisplayName("what is not the learner's exception passes as it is")
    void whatIsNotTheLearnersPasses() {
        for (Throwable thrown : List.of(
                new NotAttempted(),
                new NoData("USArrests.csv is not here"),
                new WorkerLost(),
                new TestAbortedException("aborted"),
                new NoClassDefFoundError("Mean"),
                new AssertionFailedError("Mean.of changed its argument values."))) {
            assertSame(
                    thrown,
                    org.junit.jupiter.api.Assertions.assertThrows(
                            Throwable.class,
                            () -> assertThrows(IllegalArgumentException.class, thrower(thrown), REASON)));
        }
    }

    @Test
    @DisplayName("a part not attempted is no RuntimeException of the learner")
    void notAttemptedIsNotWhatWasExpected() {
        NotAttempted thrown = new NotAttempted();

        assertSame(
                thrown,
                org.junit.jupiter.api.Assertions.assertThrows(
                        Throwable.class, () -> assertThrows(RuntimeException.class, thrower(thrown), REASON)));
    }

    /** Stands for any exception of the lab. */
    private static final class WorkerLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Executable thrower(Throwable thrown) {
        return () -> {
            throw thrown;
        };
    }

    private static void assertReturned(String shown, @Nullable Object value) {
        assertMessage(
                "Expected IllegalArgumentException, but the call returned " + shown + ". " + REASON,
                () -> assertThrows(IllegalArgumentException.class, () -> value, REASON));
    }

    private static void assertMessage(String message, Executable assertion) {
        assertEquals(
                message,
                org.junit.jupiter.api.Assertions.assertThrows(AssertionFailedError.class, assertion)
                        .getMessage());
    }
}
