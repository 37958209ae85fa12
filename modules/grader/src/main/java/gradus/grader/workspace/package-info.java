/** The learner's folder: their files, their progress, and copies of whatever was replaced. */
@NullMarked
package gradus.grader.workspace;

import org.jspecify.annotations.NullMarked;
