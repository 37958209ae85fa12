/** Versions that name themselves. */
@NullMarked
package arraysandtables.minigit;

import org.jspecify.annotations.NullMarked;
