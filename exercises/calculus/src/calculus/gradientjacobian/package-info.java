/** Gradients, Jacobians, Hessians. */
@NullMarked
package calculus.gradientjacobian;

import org.jspecify.annotations.NullMarked;
