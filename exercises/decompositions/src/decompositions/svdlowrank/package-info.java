/** The singular value decomposition, and what it is good for. */
@NullMarked
package decompositions.svdlowrank;

import org.jspecify.annotations.NullMarked;
