/** Vectors, projections, bases. */
@NullMarked
package linearalgebra.vectorops;

import org.jspecify.annotations.NullMarked;
