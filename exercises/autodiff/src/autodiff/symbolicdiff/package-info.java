/** Symbolic differentiation. */
@NullMarked
package autodiff.symbolicdiff;

import org.jspecify.annotations.NullMarked;
