/** Distributions and sampling. */
@NullMarked
package probability.distributionssampling;

import org.jspecify.annotations.NullMarked;
