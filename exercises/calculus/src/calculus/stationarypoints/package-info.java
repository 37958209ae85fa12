/** Stationary points, and the gradient of a cost. */
@NullMarked
package calculus.stationarypoints;

import org.jspecify.annotations.NullMarked;
