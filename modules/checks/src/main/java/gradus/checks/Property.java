package gradus.checks;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.opentest4j.AssertionFailedError;

/**
 * What holds for all data of a kind. Data that fail are made as simple as they can be and still fail in the same way,
 * and printed below the failure's own message.
 *
 * <p>The assertion gets the same data more than once: it draws no random numbers and does not change its data. Making
 * data simpler takes at most ten times as many calls of it as there are draws, and at most 200.
 */
public final class Property<T> {
    private static final int MAX_ATTEMPTS = 200;
    private static final int ATTEMPTS_PER_DRAW = 10;

    private final Data<T> data;
    private final ThrowingConsumer<T> assertion;

    private Property(Data<T> data, ThrowingConsumer<T> assertion) {
        this.data = data;
        this.assertion = assertion;
    }

    private record Failure<T>(T value, Thrown thrown) {}

    /**
     * Asserts something of data drawn at random.
     *
     * @param nDraws how many data to try, at least 1
     * @param name what the assertion calls the data
     */
    public static <T> void forAll(
            RandomGenerator random, int nDraws, String name, Data<T> data, ThrowingConsumer<T> assertion) {
        Property<T> property = new Property<>(data, assertion);
        for (int draw = 0; draw < nDraws; draw++) {
            Optional<Failure<T>> failure = property.attempt(data.draw(random));
            if (failure.isPresent()) {
                Failure<T> simplest =
                        property.simplest(failure.get(), Math.min(MAX_ATTEMPTS, ATTEMPTS_PER_DRAW * nDraws));
                throw new AssertionFailedError(
                        property.words(simplest.thrown) + "\nThis is the simplest case found that fails:\n" + name
                                + " = " + Literal.of(simplest.value),
                        simplest.thrown.what());
            }
        }
    }

    /** Nothing if the assertion holds. */
    private Optional<Failure<T>> attempt(T value) {
        try {
            assertion.accept(value);
            return Optional.empty();
        } catch (Throwable e) {
            Thrown thrown = new Thrown(e);
            if (thrown.isTheLabs()) {
                throw thrown.asItIs();
            }
            return Optional.of(new Failure<>(value, thrown));
        }
    }

    private Failure<T> simplest(Failure<T> first, int maxAttempts) {
        AtomicInteger left = new AtomicInteger(maxAttempts);
        Failure<T> simplest = first;
        Optional<Failure<T>> next = Optional.of(first);
        while (next.isPresent()) {
            simplest = next.get();
            next = data.simpler(simplest.value)
                    .takeWhile(candidate -> left.getAndDecrement() > 0)
                    .map(this::attempt)
                    .flatMap(Optional::stream)
                    .filter(failure -> failure.thrown.type().equals(first.thrown.type()))
                    .findFirst();
        }
        return simplest;
    }

    private String words(Thrown thrown) {
        if (thrown.isAssertion()) {
            return String.valueOf(thrown.what().getMessage());
        }
        // The lambda is nested in the check.
        return thrown.isThrownBy(assertion.getClass().getNestHost())
                ? Stuck.inWords(thrown.what())
                : "Your code threw " + thrown.inWords();
    }
}
