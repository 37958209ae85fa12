@NullMarked
package room;

import org.jspecify.annotations.NullMarked;
