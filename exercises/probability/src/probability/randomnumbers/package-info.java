/** Random numbers from arithmetic. */
@NullMarked
package probability.randomnumbers;

import org.jspecify.annotations.NullMarked;
