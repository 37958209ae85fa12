/** What learners may use: argument checks, matrices, markers of the house. */
@NullMarked
package gradus.kit;

import org.jspecify.annotations.NullMarked;
