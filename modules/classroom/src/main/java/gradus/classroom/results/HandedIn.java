package gradus.classroom.results;

import java.time.Instant;

/**
 * When and how the submission that counts came.
 *
 * @param digest SHA-256 of all its files, in hexadecimal digits
 * @param received when it came
 * @param origin where it was collected from, in words
 * @param daysLate 0 for what came in time
 * @param percentOff what lateness takes of the points earned
 */
public record HandedIn(String digest, Instant received, String origin, long daysLate, int percentOff) {}
