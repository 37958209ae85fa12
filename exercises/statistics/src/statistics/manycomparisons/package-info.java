/** Permutations, and many comparisons. */
@NullMarked
package statistics.manycomparisons;

import org.jspecify.annotations.NullMarked;
