@NullMarked
package gradus.grader.advice;

import org.jspecify.annotations.NullMarked;
