/** Merge bases and three-way merges. */
@NullMarked
package arraysandtables.mergehistories;

import org.jspecify.annotations.NullMarked;
