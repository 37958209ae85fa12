/** Results in the formats of other systems, all in UTF-8 with line feeds, the same bytes for the same gradebook. */
@NullMarked
package gradus.classroom.results.export;

import org.jspecify.annotations.NullMarked;
