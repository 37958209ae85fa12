@NullMarked
package gradus.grader;

import org.jspecify.annotations.NullMarked;
