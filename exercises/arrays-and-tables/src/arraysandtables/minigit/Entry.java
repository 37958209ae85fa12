package arraysandtables.minigit;

/**
 * A file or folder in a folder.
 *
 * @param name without the folders around it
 * @param id of the file's content, or of the folder's
 */
public record Entry(String name, boolean isFolder, String id) {}
