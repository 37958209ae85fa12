@NullMarked
package gradus.grader.verify;

import org.jspecify.annotations.NullMarked;
