/** Integrals by rules. */
@NullMarked
package calculus.numericalintegration;

import org.jspecify.annotations.NullMarked;
