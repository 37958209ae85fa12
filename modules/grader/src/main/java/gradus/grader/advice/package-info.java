/** The compiler's messages in words for beginners, by the compiler's names for its errors and never by its words. */
@NullMarked
package gradus.grader.advice;

import org.jspecify.annotations.NullMarked;
