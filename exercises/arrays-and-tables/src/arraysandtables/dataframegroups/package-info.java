/** Groups, joins, months, and reports about them. */
@NullMarked
package arraysandtables.dataframegroups;

import org.jspecify.annotations.NullMarked;
