@NullMarked
package gradus.grader.mutation;

import org.jspecify.annotations.NullMarked;
