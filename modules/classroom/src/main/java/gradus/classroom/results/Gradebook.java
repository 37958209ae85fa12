package gradus.classroom.results;

import gradus.classroom.Assignment;
import java.util.List;

/**
 * What a class has in an assignment.
 *
 * @param people everybody in the roster, in its order
 */
public record Gradebook(Assignment assignment, List<PersonResult> people) {}
