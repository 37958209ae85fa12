package arraysandtables.miniquery;

/**
 * A step of a query that was carried out.
 *
 * @param words what was done, such as {@code where age < 30}
 * @param rows how many rows it handed on
 */
public record Step(String words, int rows) {}
