/** Checks of the rooms themselves, for those who write them. */
@NullMarked
package gradus.grader.author;

import org.jspecify.annotations.NullMarked;
