package gradus.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A check that takes so long that it runs only when a full run is asked for. */
@Tag(Full.TAG)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Full {
    /** The tag by which JUnit and build tools know such checks. */
    String TAG = "full";
}
