/** Questions to a database, in SQL. */
@NullMarked
package arraysandtables.sqlqueries;

import org.jspecify.annotations.NullMarked;
