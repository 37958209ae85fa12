package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a room does not allow is a warning in a learner's own run, and is not run at all in a class run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifiedRunTest {
    private static final String MEAN = "return sum / values.length;";
    private static final String EXIT = "System.out.println(\"here\"); if (sum > 1e9) { System.exit(0); } " + MEAN;

    private final FixtureLab lab;

    VerifiedRunTest(@TempDir Path folder) {
        lab = FixtureLab.copyTo(folder);
    }

    private Outcome bound(String with) {
        return new Judge(lab.checkout())
                .check(
                        lab.room("mean"),
                        lab.reference("mean", MEAN, with),
                        Settings.quick(1).bound());
    }

    private String report(Outcome outcome) {
        return new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
    }

    @Test
    void aLearnersOwnRunGoesOnAndSaysIt() {
        Outcome outcome = lab.check("mean", MEAN, EXIT);

        assertInstanceOf(Outcome.Passed.class, outcome);
        assertEquals(4, outcome.run().score());
        assertTrue(report(outcome).contains("""
                A class run would refuse this:
                Mean.java:17: System.exit is not allowed in a room: it would end the process
                that grades you. Return a value instead.

                Stage 1: The mean
                """), report(outcome));
    }

    @Test
    void aClassRunRunsNothingOfIt() {
        Outcome outcome = bound(EXIT);

        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(0, outcome.run().score());
        assertEquals(4, outcome.run().maxScore());
        assertEquals("", outcome.run().printed());
        assertEquals(
                "Not run. Mean.java:17: System.exit is not allowed in a room: it would end the process that grades you."
                        + " Return a value instead.",
                outcome.run().checks().get(0).message());
        String report = report(outcome);
        assertTrue(report.contains("""
                Nothing of this was run, because it uses what a room does not allow:

                Mean.java:17: System.exit is not allowed in a room: it would end the process
                that grades you. Return a value instead.

                Refused: 0 of 4 points."""), report);
    }

    @Test
    void aClassRunOfHonestCodeIsAsAlways() {
        assertInstanceOf(Outcome.Passed.class, bound(MEAN));
        assertInstanceOf(Outcome.Failed.class, bound("return sum;"));
        assertInstanceOf(Outcome.DoesNotCompile.class, bound("return sun;"));
    }

    @Test
    void whatDoesNotCompileHidesNothing() {
        Outcome outcome = lab.check("mean", MEAN, "return sun; } static void end() { System.exit(0);");

        assertInstanceOf(Outcome.DoesNotCompile.class, outcome);
        assertEquals(1, outcome.run().refusals().size());
    }

    @Test
    void programsReadItToo() {
        JsonObject own = OutcomeJson.of(lab.check("mean", MEAN, EXIT));
        JsonObject inClass = OutcomeJson.of(bound(EXIT));
        JsonArray refusals = JsonParser.parseString("""
                [{"file": "Mean.java", "line": 17, "member": "System.exit",
                  "message": "System.exit is not allowed in a room: it would end the process that grades you. Return a value instead."}]
                """).getAsJsonArray();

        assertEquals("passed", own.get("outcome").getAsString());
        assertFalse(own.has("reason"));
        assertEquals(refusals, own.getAsJsonArray("refusals"));
        assertEquals("refused", inClass.get("outcome").getAsString());
        assertEquals(
                "Nothing of this was run, because it uses what a room does not allow:",
                inClass.get("reason").getAsString());
        assertEquals(refusals, inClass.getAsJsonArray("refusals"));
        assertEquals(new JsonArray(), OutcomeJson.of(lab.check("mean", "", "")).getAsJsonArray("refusals"));
    }

    @Test
    void ofManyTheFirstAreShown() {
        String report = report(lab.check("mean", MEAN, "System.gc();\n".repeat(7) + MEAN));

        assertTrue(report.contains("… and 2 more."), report);
    }
}
