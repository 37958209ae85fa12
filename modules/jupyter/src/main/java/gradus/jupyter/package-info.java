/** The lab for notebooks: what a cell can ask of it. */
@NullMarked
package gradus.jupyter;

import org.jspecify.annotations.NullMarked;
