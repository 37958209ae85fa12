/** Reverse mode on arrays. */
@NullMarked
package autodiff.tensorautodiff;

import org.jspecify.annotations.NullMarked;
