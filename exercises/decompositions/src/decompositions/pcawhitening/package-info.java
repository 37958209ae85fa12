/** Principal components from the covariance, and whitening. */
@NullMarked
package decompositions.pcawhitening;

import org.jspecify.annotations.NullMarked;
