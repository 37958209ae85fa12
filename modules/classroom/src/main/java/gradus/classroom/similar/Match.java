package gradus.classroom.similar;

/** Lines of two people that say the same, whatever its names are. */
public record Match(Place first, Place second) {
    int lines() {
        return first.lines() + second.lines();
    }
}
