package arraysandtables.minigit;

/**
 * Who made a version, and when.
 *
 * @param seconds since the beginning of 1970 in Greenwich
 * @param zone hours and minutes that the clock on the wall was ahead of Greenwich, for example {@code +0100}
 */
public record Author(String name, String email, long seconds, String zone) {}
