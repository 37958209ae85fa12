@NullMarked
package gradus.jupyter.kernel;

import org.jspecify.annotations.NullMarked;
