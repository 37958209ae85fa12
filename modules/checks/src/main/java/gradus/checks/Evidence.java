package gradus.checks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says why a check or oracle test can be believed: what it compares with was not made by the code it tests. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Evidence {
    /** Where the expected values come from. */
    Kind value();

    /** Kinds of evidence. */
    enum Kind {
        /** A gradient agrees with finite differences. */
        GRADIENT_CHECK,
        /** Something must stay as it is, or change in a known way, when the input changes. */
        INVARIANCE,
        /** A formula gives the answer. */
        CLOSED_FORM,
        /** An independent library gives the answer. */
        LIBRARY,
        /** A book or paper prints the answer. */
        PUBLISHED
    }
}
