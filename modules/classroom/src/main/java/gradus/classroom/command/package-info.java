/** The commands below {@code gradus class}. */
@NullMarked
package gradus.classroom.command;

import org.jspecify.annotations.NullMarked;
