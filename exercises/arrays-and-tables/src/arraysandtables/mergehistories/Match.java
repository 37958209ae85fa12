package arraysandtables.mergehistories;

/**
 * A line that two texts share.
 *
 * @param left its index in the first text
 * @param right its index in the second text
 */
public record Match(int left, int right) {}
