/** Figures: parameters in, data out, and pictures of the data in the one style of the house. */
@NullMarked
package gradus.kit.figure;

import org.jspecify.annotations.NullMarked;
