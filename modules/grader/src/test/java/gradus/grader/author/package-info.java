@NullMarked
package gradus.grader.author;

import org.jspecify.annotations.NullMarked;
