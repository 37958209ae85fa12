/** Inequalities and their prices: the dual of a quadratic program, and the gap that says how far one still is. */
@NullMarked
package optimization.dualqp;

import org.jspecify.annotations.NullMarked;
