/** The notebooks of the rooms. */
@NullMarked
package gradus.grader.notebook;

import org.jspecify.annotations.NullMarked;
