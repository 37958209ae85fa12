@NullMarked
package gradus.grader.notebook;

import org.jspecify.annotations.NullMarked;
