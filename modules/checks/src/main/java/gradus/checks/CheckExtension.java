package gradus.checks;

import gradus.kit.NoData;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives checks their random numbers and their voice, and aborts those whose data set is absent. */
final class CheckExtension implements ParameterResolver, TestExecutionExceptionHandler {
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
