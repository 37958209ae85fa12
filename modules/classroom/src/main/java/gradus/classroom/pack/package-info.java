/** What learners get of an assignment: a lab without what grades it. */
@NullMarked
package gradus.classroom.pack;

import org.jspecify.annotations.NullMarked;
