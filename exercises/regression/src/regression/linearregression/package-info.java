/** Linear regression: a line or plane through a cloud of points, and how sure one can be of it. */
@NullMarked
package regression.linearregression;

import org.jspecify.annotations.NullMarked;
