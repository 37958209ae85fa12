/** Products of matrices, fast and slow. */
@NullMarked
package linearalgebra.matrixproducts;

import org.jspecify.annotations.NullMarked;
