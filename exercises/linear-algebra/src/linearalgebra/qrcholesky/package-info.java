/** Least squares by QR and Cholesky. */
@NullMarked
package linearalgebra.qrcholesky;

import org.jspecify.annotations.NullMarked;
