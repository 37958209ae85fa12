/** Types, gaps, groups, joins and months with Tablesaw. */
@NullMarked
package arraysandtables.tablesawtables;

import org.jspecify.annotations.NullMarked;
