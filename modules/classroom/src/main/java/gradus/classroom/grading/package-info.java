/** Grades what was collected: a queue of work in a database, and workers that take from it. */
@NullMarked
package gradus.classroom.grading;

import org.jspecify.annotations.NullMarked;
