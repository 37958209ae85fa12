/** Takes in what learners hand in, as received, and says who of the class it is from. */
@NullMarked
package gradus.classroom.intake;

import org.jspecify.annotations.NullMarked;
