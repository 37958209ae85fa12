package gradus.checks;

import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions that something is refused. A failure says what came instead.
 *
 * <p>They do not hold up what is not the learner's: a part not attempted yet, an absent data set, the loss of the
 * worker and failed assertions pass as they are.
 */
public final class ExceptionAssertions {
    private ExceptionAssertions() {}

    /**
     * Asserts that a call throws instead of returning a value.
     *
     * @param reason why it should, and what whoever got it wrong should look at
     * @return what was thrown
     */
    public static <T extends Throwable> T assertThrows(Class<T> expected, ThrowingSupplier<?> call, String reason) {
        Object value;
        try {
            value = call.get();
        } catch (Throwable e) {
            return expected(expected, new Thrown(e), reason);
        }
        throw new AssertionFailedError(words(expected, "the call returned " + Literal.of(value) + ".", reason));
    }

    /**
     * Asserts that a call that returns nothing throws.
     *
     * @param reason why it should, and what whoever got it wrong should look at
     * @return what was thrown
     */
    public static <T extends Throwable> T assertThrows(Class<T> expected, Executable call, String reason) {
        try {
            call.execute();
        } catch (Throwable e) {
            return expected(expected, new Thrown(e), reason);
        }
        throw new AssertionFailedError(words(expected, "nothing was thrown.", reason));
    }

    /** Asserts that a call refuses its arguments with an {@link IllegalArgumentException} of exactly these words. */
    public static void assertRefused(String message, Executable call) {
        String said = assertThrows(IllegalArgumentException.class, call, "It should say: " + message)
                .getMessage();
        if (!message.equals(said)) {
            throw new AssertionFailedError("Refused with other words. Expected " + message + " but was " + said + ".");
        }
    }

    private static <T extends Throwable> T expected(Class<T> expected, Thrown thrown, String reason) {
        if (thrown.isTheLabs()) {
            throw thrown.asItIs();
        } else if (expected.isInstance(thrown.what())) {
            return expected.cast(thrown.what());
        } else if (thrown.isAssertion()) {
            throw thrown.asItIs();
        }
        throw new AssertionFailedError(words(expected, "got " + thrown.inWords(), reason), thrown.what());
    }

    private static String words(Class<?> expected, String instead, String reason) {
        return ("Expected " + expected.getSimpleName() + ", but " + instead + " " + reason).strip();
    }
}
