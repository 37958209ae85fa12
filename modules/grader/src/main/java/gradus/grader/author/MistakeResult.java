package gradus.grader.author;

import java.util.List;

/**
 * What became of a mistake of a room.
 *
 * @param caught whether it failed exactly the checks that it declares
 * @param named ids of the mistakes that it is taken for: itself, and those that cannot be told from it
 */
public record MistakeResult(String id, boolean caught, List<String> named) {}
