/** A loss, two layers, and training. */
@NullMarked
package autodiff.tensortraining;

import org.jspecify.annotations.NullMarked;
