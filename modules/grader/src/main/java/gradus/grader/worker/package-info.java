/** Processes in which learners' classes run, as the judge sees them. */
@NullMarked
package gradus.grader.worker;

import org.jspecify.annotations.NullMarked;
