/** Statistical plots with XChart. */
@NullMarked
package arraysandtables.xchartplots;

import org.jspecify.annotations.NullMarked;
