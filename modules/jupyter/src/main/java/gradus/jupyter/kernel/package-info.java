/** The kernel that runs cells of Java. */
@NullMarked
package gradus.jupyter.kernel;

import org.jspecify.annotations.NullMarked;
