/** Backwards through a graph. */
@NullMarked
package autodiff.scalarautodiff;

import org.jspecify.annotations.NullMarked;
