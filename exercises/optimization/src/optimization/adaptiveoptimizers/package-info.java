/** Steps against the gradient with a memory: momentum, and a step of its own for every parameter. */
@NullMarked
package optimization.adaptiveoptimizers;

import org.jspecify.annotations.NullMarked;
