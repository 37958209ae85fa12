/** Limits, continuity, derivatives, finite differences. */
@NullMarked
package calculus.limitsderivatives;

import org.jspecify.annotations.NullMarked;
