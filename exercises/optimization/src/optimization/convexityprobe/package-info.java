/** Whether a function is convex, as far as samples can tell, and what that is worth to gradient descent. */
@NullMarked
package optimization.convexityprobe;

import org.jspecify.annotations.NullMarked;
