/** Data sets: which there are, where they are, how they get here, and readers for them. */
@NullMarked
package gradus.datasets;

import org.jspecify.annotations.NullMarked;
