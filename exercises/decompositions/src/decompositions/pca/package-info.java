/** Principal component analysis. */
@NullMarked
package decompositions.pca;

import org.jspecify.annotations.NullMarked;
