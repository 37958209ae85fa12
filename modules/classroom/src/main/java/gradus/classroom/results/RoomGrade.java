package gradus.classroom.results;

import gradus.classroom.Digest;
import java.util.List;

/**
 * One room of one submission as it was graded. The same files, room, lab and seed give the same grade, byte for byte.
 *
 * @param room id
 * @param files SHA-256 of the files that were graded, in hexadecimal digits
 * @param roomVersion SHA-256 of the room and all that it stands on, in hexadecimal digits
 * @param lab version of the lab
 * @param java version of the Java that graded
 * @param seed what randomised checks drew from
 * @param outcome word of {@link gradus.grader.Outcome}
 * @param reason why nothing was graded, where there is such a reason; else empty
 * @param checks of the stages that count, in declared order
 * @param problems what does not compile, each with its place
 * @param refusals what is not allowed, each with its place
 */
public record RoomGrade(
        String room,
        String files,
        String roomVersion,
        String lab,
        String java,
        long seed,
        String outcome,
        String reason,
        List<CheckGrade> checks,
        List<Misconception> misconceptions,
        List<String> problems,
        List<String> refusals) {
    private static final int DIGITS = 16;

    /** Points earned, in the room's own points. */
    public int score() {
        return checks.stream()
                .filter(CheckGrade::isPassed)
                .mapToInt(CheckGrade::points)
                .sum();
    }

    /** Points that could be earned, in the room's own points. */
    public int maxScore() {
        return checks.stream().mapToInt(CheckGrade::points).sum();
    }

    /** What tells seeds apart and gives none away: for learners, who could foresee what checks ask if they knew it. */
    public String seedFingerprint() {
        return new Digest().with("seed").with(Long.toString(seed)).hex().substring(0, DIGITS);
    }
}
