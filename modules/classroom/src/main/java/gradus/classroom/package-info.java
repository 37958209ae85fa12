/** A class of learners: who they are, what they are assigned, and where their work is kept. */
@NullMarked
package gradus.classroom;

import org.jspecify.annotations.NullMarked;
