/**
 * Stand-ins: classes with the names and members of a room's classes whose operations run where the learner's code is.
 */
@NullMarked
package gradus.grader.standin;

import org.jspecify.annotations.NullMarked;
