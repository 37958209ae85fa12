/** Systems of equations by elimination. */
@NullMarked
package linearalgebra.linearsolvers;

import org.jspecify.annotations.NullMarked;
