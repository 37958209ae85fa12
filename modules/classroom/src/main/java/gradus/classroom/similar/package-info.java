/** Whose work is alike: groups for a person to look at, found by JPlag, a program of its own. */
@NullMarked
package gradus.classroom.similar;

import org.jspecify.annotations.NullMarked;
