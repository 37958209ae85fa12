/** Sums, moments and functions that keep their digits. */
@NullMarked
package autodiff.stablenumerics;

import org.jspecify.annotations.NullMarked;
