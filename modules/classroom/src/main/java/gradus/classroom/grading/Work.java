package gradus.classroom.grading;

import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Digest;
import gradus.datasets.Sha256;
import gradus.grader.source.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * One room of one submission that is to be graded. It holds all that grading needs but the lab, so that any machine
 * with the same lab can do it.
 *
 * @param room id
 * @param roomVersion what the room was when it was ordered
 * @param lab version of the lab that ordered it
 * @param seed what randomised checks draw from
 * @param stages the numbers of the stages that count; all if none is named
 * @param hiddenChecks whether hidden checks count
 * @param secondsPerCheck 0 for the room's own limit
 * @param sources the learner's files
 */
public record Work(
        String room,
        String roomVersion,
        String lab,
        long seed,
        List<Integer> stages,
        boolean hiddenChecks,
        int secondsPerCheck,
        List<Source> sources) {

    static Work of(Assignment assignment, AssignedRoom assigned, String roomVersion, String lab, List<Source> sources) {
        OptionalInt seconds = assignment.secondsPerCheck();
        return new Work(
                assigned.room(),
                roomVersion,
                lab,
                seed(assignment, assigned),
                assigned.stages(),
                assignment.hiddenChecks(),
                seconds.orElse(0),
                sources);
    }

    /** One for each room, which tells nothing of the secret. */
    private static long seed(Assignment assignment, AssignedRoom assigned) {
        byte[] digest =
                Sha256.digest().digest((assignment.seed() + "\n" + assigned.room()).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong() >>> 1;
    }

    /** SHA-256 of the learner's files, in hexadecimal digits. */
    String files() {
        Digest digest = new Digest();
        sources.forEach(source -> digest.with(source.path()).with(source.text()));
        return digest.hex();
    }

    /** What two works share that must have the same grade: SHA-256, in hexadecimal digits. */
    public String id() {
        return new Digest()
                .with(room)
                .with(roomVersion)
                .with(lab)
                .with(Long.toString(seed))
                .with(stages.toString())
                .with(Boolean.toString(hiddenChecks))
                .with(Integer.toString(secondsPerCheck))
                .with(files())
                .hex();
    }
}
