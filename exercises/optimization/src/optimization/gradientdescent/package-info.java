/** Gradient descent, with all samples at once or in mini-batches. */
@NullMarked
package optimization.gradientdescent;

import org.jspecify.annotations.NullMarked;
