package gradus.grader.author;

/**
 * Something a room breaks.
 *
 * @param rule name of the rule, such as {@code mistake-survives}
 * @param message what is wrong and where
 */
public record Finding(String rule, String message) {}
