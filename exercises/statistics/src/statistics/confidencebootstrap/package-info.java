/** Confidence intervals and the bootstrap. */
@NullMarked
package statistics.confidencebootstrap;

import org.jspecify.annotations.NullMarked;
