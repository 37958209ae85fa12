package gradus.classroom.results;

import java.util.List;

/**
 * A mistake of the room that a submission was recognised by; several where they cannot be told apart.
 *
 * @param mistakes ids
 * @param checks ids of the failed checks that it explains
 * @param says what the learner is told
 */
public record Misconception(List<String> mistakes, List<String> checks, String says) {}
