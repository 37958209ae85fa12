/** Bayes' rule and diagnostic tests. */
@NullMarked
package probability.bayesrule;

import org.jspecify.annotations.NullMarked;
