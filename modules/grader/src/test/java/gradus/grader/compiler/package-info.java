@NullMarked
package gradus.grader.compiler;

import org.jspecify.annotations.NullMarked;
