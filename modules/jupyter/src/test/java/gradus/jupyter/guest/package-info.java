@NullMarked
package gradus.jupyter.guest;

import org.jspecify.annotations.NullMarked;
