/** Newton's method with a Hessian that is learned on the way. */
@NullMarked
package optimization.newtonbfgs;

import org.jspecify.annotations.NullMarked;
