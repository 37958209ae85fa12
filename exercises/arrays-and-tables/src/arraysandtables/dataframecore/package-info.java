/** A table with types and gaps. */
@NullMarked
package arraysandtables.dataframecore;

import org.jspecify.annotations.NullMarked;
