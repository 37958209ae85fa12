@NullMarked
package gradus.grader.sandbox;

import org.jspecify.annotations.NullMarked;
