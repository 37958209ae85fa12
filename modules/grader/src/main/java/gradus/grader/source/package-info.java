/** From source text to class files: starters derived from references, and compiling in memory. */
@NullMarked
package gradus.grader.source;

import org.jspecify.annotations.NullMarked;
