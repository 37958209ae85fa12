@NullMarked
package gradus.classroom.command;

import org.jspecify.annotations.NullMarked;
