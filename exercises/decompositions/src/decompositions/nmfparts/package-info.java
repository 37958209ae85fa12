/** Non-negative matrix factorization. */
@NullMarked
package decompositions.nmfparts;

import org.jspecify.annotations.NullMarked;
