/** What comes of a class run: scores, gradebooks for other systems, reports. */
@NullMarked
package gradus.classroom.results;

import org.jspecify.annotations.NullMarked;
