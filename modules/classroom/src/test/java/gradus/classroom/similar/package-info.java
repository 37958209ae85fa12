@NullMarked
package gradus.classroom.similar;

import org.jspecify.annotations.NullMarked;
