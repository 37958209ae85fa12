package gradus.classroom;

import java.util.Map;

/**
 * Somebody in the class.
 *
 * @param id what the course calls them, unique without regard to case: letters, digits, {@code . _ @ + -}
 * @param name as it is written in lists
 * @param email empty where it is not known
 * @param columns what else the roster tells, by the names of its columns, such as {@code canvas:ID}
 */
public record Person(String id, String name, String email, Map<String, String> columns) {
    /** What a column says, or nothing. */
    public String column(String column) {
        return columns.getOrDefault(column, "");
    }
}
