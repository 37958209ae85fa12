@NullMarked
package gradus.grader.source;

import org.jspecify.annotations.NullMarked;
