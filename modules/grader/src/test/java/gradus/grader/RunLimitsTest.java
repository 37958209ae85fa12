package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of a run as a whole, which hold without a sandbox too. */
class RunLimitsTest {
    private static final String MEAN = "return sum / values.length;";

    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    private Outcome check(String limits, String code) {
        lab.edit("mean", "README.md", "limits: {seconds: 3, heap: 64}", "limits: {" + limits + "}");
        return lab.check("mean", MEAN, code + MEAN);
    }

    /** What the checks say, but for the lines at which the code was. */
    private static List<String> messages(Outcome outcome) {
        return outcome.run().checks().stream()
                .map(check -> check.message().replaceFirst("(?s) It was at .*", ""))
                .toList();
    }

    @Test
    void timeOfARunIsThatOfAllChecks() {
        Outcome outcome = check("run: 1", "while (sum > 0) { } ");

        String words =
                "All checks together took longer than the 1 second of a run. Look for work that is done again and"
                        + " again.";
        assertEquals(List.of(words, words, words), messages(outcome));
        assertInstanceOf(Outcome.TimedOut.class, outcome);
    }

    @Test
    void processorTimeOfARunIsThatOfAllThreads() {
        Outcome outcome = check("cpu: 2", "new Thread(() -> { while (true) { } }).start(); while (sum > 0) { } ");

        assertEquals(
                "Your code kept processors busy for longer than the 2 seconds of a run. Look for a loop that never ends,"
                        + " or for threads that nobody ends.",
                messages(outcome).get(0));
        assertInstanceOf(Outcome.TimedOut.class, outcome);
    }

    @Test
    void printingWithoutEndIsStopped() {
        Outcome outcome = check("output: 1", "while (sum > 0) { System.out.println(\"Here we are.\"); } ");

        assertEquals(
                "Your code printed more than 1 MB. Look for a print inside of a loop, and take it out.",
                messages(outcome).get(0));
        assertInstanceOf(Outcome.Crashed.class, outcome);
    }
}
