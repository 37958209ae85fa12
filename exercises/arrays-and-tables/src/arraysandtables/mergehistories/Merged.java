package arraysandtables.mergehistories;

import java.util.List;

/**
 * What came of a merge.
 *
 * @param lines of the text; where both sides changed the same place in different ways, both stand there between markers
 * @param nConflicts how many such places there are
 */
public record Merged(List<String> lines, int nConflicts) {}
