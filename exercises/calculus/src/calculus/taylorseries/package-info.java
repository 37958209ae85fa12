/** Taylor series and remainders. */
@NullMarked
package calculus.taylorseries;

import org.jspecify.annotations.NullMarked;
