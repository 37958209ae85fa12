/** What happens when a matrix is applied many times: powers, and PageRank. */
@NullMarked
package decompositions.eigenpowers;

import org.jspecify.annotations.NullMarked;
