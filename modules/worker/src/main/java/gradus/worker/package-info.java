/**
 * The JVM that runs the learner's classes, and the wire between it and the judge. Nothing here knows a check, an
 * expected value or a reference.
 */
@NullMarked
package gradus.worker;

import org.jspecify.annotations.NullMarked;
