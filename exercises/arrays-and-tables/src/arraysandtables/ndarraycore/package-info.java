/** Arrays with any number of axes, and views of them. */
@NullMarked
package arraysandtables.ndarraycore;

import org.jspecify.annotations.NullMarked;
