@NullMarked
package gradus.classroom;

import org.jspecify.annotations.NullMarked;
