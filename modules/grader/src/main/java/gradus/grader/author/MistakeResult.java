package gradus.grader.author;

/**
 * What became of a mistake.
 *
 * @param id its id
 * @param caught whether exactly the declared checks failed
 */
public record MistakeResult(String id, boolean caught) {}
