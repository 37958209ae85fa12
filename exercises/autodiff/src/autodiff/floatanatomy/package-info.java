/** Inside a double. */
@NullMarked
package autodiff.floatanatomy;

import org.jspecify.annotations.NullMarked;
