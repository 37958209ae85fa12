/** Observations: the numbers that a model is fitted to, read from a table as people left it. */
@NullMarked
package regression.observations;

import org.jspecify.annotations.NullMarked;
