/** Tests, p-values, t. */
@NullMarked
package statistics.hypothesistests;

import org.jspecify.annotations.NullMarked;
