/** Losses of regression, what they make of outliers, and measures of fit. */
@NullMarked
package regression.regressionlosses;

import org.jspecify.annotations.NullMarked;
