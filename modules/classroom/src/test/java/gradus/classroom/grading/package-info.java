@NullMarked
package gradus.classroom.grading;

import org.jspecify.annotations.NullMarked;
