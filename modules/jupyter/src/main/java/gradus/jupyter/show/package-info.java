/** What a notebook shows of values. */
@NullMarked
package gradus.jupyter.show;

import org.jspecify.annotations.NullMarked;
