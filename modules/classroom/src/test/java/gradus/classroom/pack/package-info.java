@NullMarked
package gradus.classroom.pack;

import org.jspecify.annotations.NullMarked;
