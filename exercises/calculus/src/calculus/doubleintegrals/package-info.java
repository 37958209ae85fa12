/** Integrals in two dimensions and more. */
@NullMarked
package calculus.doubleintegrals;

import org.jspecify.annotations.NullMarked;
