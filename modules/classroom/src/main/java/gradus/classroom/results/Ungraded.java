package gradus.classroom.results;

import gradus.classroom.Person;
import java.util.List;

/**
 * People whose work is not graded for the same reason.
 *
 * @param why in words
 * @param people in the order of the roster
 */
public record Ungraded(String why, List<Person> people) {}
