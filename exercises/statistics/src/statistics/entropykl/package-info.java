/** Entropy, cross-entropy, KL. */
@NullMarked
package statistics.entropykl;

import org.jspecify.annotations.NullMarked;
