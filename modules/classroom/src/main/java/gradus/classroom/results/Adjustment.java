package gradus.classroom.results;

import java.time.Instant;

/**
 * What an instructor changed by hand. It is never deleted; another one can take it back.
 *
 * @param person id
 * @param points to add to the score of the assignment; 0 for a comment alone
 * @param why for the learner to read
 * @param by who did it
 */
public record Adjustment(String person, double points, String why, String by, Instant when) {}
