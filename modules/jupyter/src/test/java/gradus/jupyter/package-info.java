@NullMarked
package gradus.jupyter;

import org.jspecify.annotations.NullMarked;
