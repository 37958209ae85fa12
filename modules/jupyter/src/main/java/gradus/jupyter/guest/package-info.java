/** The lab inside other kernels. */
@NullMarked
package gradus.jupyter.guest;

import org.jspecify.annotations.NullMarked;
