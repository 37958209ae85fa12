/** Newton's method in one and more dimensions, and its relative for curves through data. */
@NullMarked
package optimization.newtongauss;

import org.jspecify.annotations.NullMarked;
