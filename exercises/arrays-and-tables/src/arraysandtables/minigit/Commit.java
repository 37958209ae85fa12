package arraysandtables.minigit;

import java.util.List;

/**
 * A version of all files, with its history.
 *
 * @param tree id of the folder that holds the files
 * @param parents ids of the versions that it was made from: none for the first, two for a merge
 * @param message what changed, ending with a line break
 */
public record Commit(String tree, List<String> parents, Author author, String message) {}
