package gradus.catalogue;

import java.util.List;

/**
 * A part of a room that can be graded alone.
 *
 * @param number 1 for the first
 * @param needs numbers of the earlier stages it stands on
 */
public record Stage(int number, String title, List<Integer> needs) {}
