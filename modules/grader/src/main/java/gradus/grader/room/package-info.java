/** What the grader makes of a room on disk: class files, checks and the surface that learners implement. */
@NullMarked
package gradus.grader.room;

import org.jspecify.annotations.NullMarked;
