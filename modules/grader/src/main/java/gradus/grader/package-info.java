/** Grading: a submission in, an {@link gradus.grader.Outcome} out. */
@NullMarked
package gradus.grader;

import org.jspecify.annotations.NullMarked;
