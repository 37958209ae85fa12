/** Eigenvalues and eigenvectors of symmetric matrices. */
@NullMarked
package decompositions.eigensolvers;

import org.jspecify.annotations.NullMarked;
