/** Numbers that carry their slope. */
@NullMarked
package autodiff.dualnumbers;

import org.jspecify.annotations.NullMarked;
