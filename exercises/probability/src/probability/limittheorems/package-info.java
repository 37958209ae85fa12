/** Laws of large numbers, and the bell. */
@NullMarked
package probability.limittheorems;

import org.jspecify.annotations.NullMarked;
