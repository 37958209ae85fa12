/** Data sets: where they are, and tables read from them. */
@NullMarked
package gradus.datasets;

import org.jspecify.annotations.NullMarked;
