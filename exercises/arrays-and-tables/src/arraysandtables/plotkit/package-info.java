/** Statistical plots from their numbers. */
@NullMarked
package arraysandtables.plotkit;

import org.jspecify.annotations.NullMarked;
