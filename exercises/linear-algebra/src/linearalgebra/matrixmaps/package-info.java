/** Matrices as maps. */
@NullMarked
package linearalgebra.matrixmaps;

import org.jspecify.annotations.NullMarked;
