/** Staying within limits by projecting back onto them, and minimising one coordinate at a time. */
@NullMarked
package optimization.projections;

import org.jspecify.annotations.NullMarked;
