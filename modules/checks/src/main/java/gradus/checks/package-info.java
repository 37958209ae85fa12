/**
 * What checks are written with: graded tests, comparisons that explain themselves, the reference beside the learner.
 */
@NullMarked
package gradus.checks;

import org.jspecify.annotations.NullMarked;
