/** Arrays with ND4J, the library that computes outside of Java. */
@NullMarked
package arraysandtables.nd4jarrays;

import org.jspecify.annotations.NullMarked;
