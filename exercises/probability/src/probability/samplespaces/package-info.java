/** Sets, logic, and sample spaces. */
@NullMarked
package probability.samplespaces;

import org.jspecify.annotations.NullMarked;
