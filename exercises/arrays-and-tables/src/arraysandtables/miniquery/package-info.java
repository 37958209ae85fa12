/** A query engine on tables. */
@NullMarked
package arraysandtables.miniquery;

import org.jspecify.annotations.NullMarked;
