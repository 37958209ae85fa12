/** Formulas as trees. */
@NullMarked
package autodiff.symbolicexpressions;

import org.jspecify.annotations.NullMarked;
