@NullMarked
package gradus.grader.room;

import org.jspecify.annotations.NullMarked;
