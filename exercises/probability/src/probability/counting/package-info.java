/** Counting, and letting chance count. */
@NullMarked
package probability.counting;

import org.jspecify.annotations.NullMarked;
