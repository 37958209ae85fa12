/** Condition numbers, errors of solutions, and iterative refinement. */
@NullMarked
package autodiff.conditionnumbers;

import org.jspecify.annotations.NullMarked;
