/** Moments, ranks and correlation. */
@NullMarked
package probability.moments;

import org.jspecify.annotations.NullMarked;
