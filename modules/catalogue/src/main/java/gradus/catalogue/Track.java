package gradus.catalogue;

import java.util.List;

/**
 * A suggested way through the roadmap.
 *
 * @param chapters ids of its chapters, in the order to take them
 */
public record Track(String id, String title, List<String> chapters) {}
