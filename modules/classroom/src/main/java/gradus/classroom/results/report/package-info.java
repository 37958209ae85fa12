/** Results to be read by people, and the same for programs. */
@NullMarked
package gradus.classroom.results.report;

import org.jspecify.annotations.NullMarked;
