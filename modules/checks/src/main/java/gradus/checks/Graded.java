package gradus.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A check: a test that earns points.
 *
 * <p>It may take a {@link java.util.random.RandomGenerator}: its numbers depend on the configuration parameter
 * {@code gradus.seed} (a whole number, 1 if not set) and on the name of the check, and on nothing else. It may take a
 * {@link Live} to say something while it runs. A check whose data set can't be had ({@link gradus.kit.NoData}) is
 * neither passed nor failed.
 */
@Test
@ExtendWith(CheckExtension.class)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Graded {
    /** Number of the room's stage that the check belongs to, from 1. */
    int stage();

    /** Points earned when the check passes. */
    int points() default 1;
}
