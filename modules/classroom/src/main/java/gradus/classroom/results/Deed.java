package gradus.classroom.results;

import java.time.Instant;

/**
 * What was done by hand, as it is kept for good.
 *
 * @param person id; empty where it concerned more than one
 * @param kind of deed
 * @param words what it was
 * @param by whom
 */
public record Deed(
        String assignment, String person, String kind, double points, String words, String by, Instant when) {}
