package gradus.classroom.similar;

/**
 * Lines of a file.
 *
 * @param file its place among the files of the work, from 0
 * @param first line, from 1
 * @param last line, not before the first
 */
public record Place(int file, int first, int last) {
    int lines() {
        return last - first + 1;
    }
}
