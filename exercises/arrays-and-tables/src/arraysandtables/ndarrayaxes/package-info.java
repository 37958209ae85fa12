/** Sums along an axis, products of matrices, and arrays of random numbers. */
@NullMarked
package arraysandtables.ndarrayaxes;

import org.jspecify.annotations.NullMarked;
