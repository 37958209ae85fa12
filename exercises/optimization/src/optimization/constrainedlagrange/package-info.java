/** Minimising where equations must hold, with Lagrange's multipliers. */
@NullMarked
package optimization.constrainedlagrange;

import org.jspecify.annotations.NullMarked;
