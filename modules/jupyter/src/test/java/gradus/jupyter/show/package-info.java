@NullMarked
package gradus.jupyter.show;

import org.jspecify.annotations.NullMarked;
