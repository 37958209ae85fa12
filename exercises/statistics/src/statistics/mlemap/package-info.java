/** Likelihood, MLE, MAP. */
@NullMarked
package statistics.mlemap;

import org.jspecify.annotations.NullMarked;
