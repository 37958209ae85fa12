package gradus.checks;

import gradus.kit.NoData;
import java.lang.reflect.Method;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives checks their random numbers and their voice, and aborts those whose data set is absent. */
final class CheckExtension implements ParameterResolver, TestExecutionExceptionHandler, InvocationInterceptor {
    private static final String SEED = "gradus.seed";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext check) {
        Class<?> type = parameter.getParameter().getType();
        return type == RandomGenerator.class || type == Live.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext check) {
        return parameter.getParameter().getType() == Live.class ? new Live(check) : random(check);
    }

    private static RandomGenerator random(ExtensionContext check) {
        long seed = check.getConfigurationParameter(SEED)
                .map(CheckExtension::number)
                .orElse(1L);
        return new SplittableRandom(mixed(seed, check.getRequiredTestMethod().getName()));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext check, Throwable thrown) throws Throwable {
        if (thrown instanceof NoData) {
            throw new TestAbortedException(thrown.getMessage(), thrown);
        }
        throw thrown;
    }

    /** JUnit stops altogether where memory runs out. What a check makes of numbers that came back must not do that. */
    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext check)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (OutOfMemoryError e) {
            throw new AssertionError(
                    "What your code returned needs more memory to be checked than there is. Look for numbers that are far too"
                            + " large.",
                    e);
        }
    }

    private static long number(String seed) {
        try {
            return Long.parseLong(seed.strip());
        } catch (NumberFormatException e) {
            throw new ParameterResolutionException(SEED + " must be a whole number, but was " + seed, e);
        }
    }

    /** Spreads the seed over 64 bits before the name comes in, so that neighbouring seeds share no check's numbers. */
    private static long mixed(long seed, String name) {
        return new SplittableRandom(seed).nextLong() + name.hashCode();
    }
}
