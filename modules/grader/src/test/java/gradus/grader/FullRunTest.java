package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that take minutes run when they are asked for, and say how far they are. */
class FullRunTest {
    private static final String CHECK = """
                @gradus.checks.Full
                @Graded(stage = 1, points = 5)
                @DisplayName("of takes many means")
                void takesManyMeans(gradus.checks.Live live) {
                    live.note("These numbers are made up.");
                    for (int step = 1; step <= 3; step++) {
                        Mean.of(new double[] {step});
                        live.at(step, 3, "taking means");
                    }
                }

                @Graded(stage = 1)
                @Evidence""";

    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLabWithALongCheck() {
        lab = FixtureLab.copyTo(folder);
        lab.edit("mean", "MeanTest.java", "    @Graded(stage = 1)\n    @Evidence", CHECK);
    }

    private Outcome check(Settings settings) {
        return new Judge(lab.checkout()).check(lab.room("mean"), lab.reference("mean", "", ""), settings);
    }

    private String report(Outcome outcome) {
        return new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
    }

    @Test
    void aQuickRunLeavesThemOutAndSaysSo() {
        Outcome outcome = check(Settings.quick(1));

        assertInstanceOf(Outcome.Passed.class, outcome);
        assertEquals(4, outcome.run().maxScore());
        assertTrue(report(outcome).endsWith("Passed: 4 of 4 points. 5 points more with --full."));
        assertEquals(5, OutcomeJson.of(outcome).get("pointsOfFullRun").getAsInt());
    }

    @Test
    void programsReadHowLongEachCheckTook() {
        JsonObject json = OutcomeJson.of(check(Settings.quick(1)));

        double all = json.get("seconds").getAsDouble();
        double sum = 0;
        for (JsonElement check : json.getAsJsonArray("checks")) {
            double seconds = check.getAsJsonObject().get("seconds").getAsDouble();
            assertTrue(seconds > 0, check.toString());
            sum += seconds;
        }
        assertTrue(sum < all, sum + " of " + all);
    }

    @Test
    void aFullRunRunsThemAndShowsTheirNotes() {
        List<String> told = new ArrayList<>();
        Outcome outcome =
                check(new Settings(1, true, (done, total, what) -> told.add(done + " of " + total + ": " + what)));

        assertEquals(List.of("1 of 3: taking means", "2 of 3: taking means", "3 of 3: taking means"), told);
        assertEquals(9, outcome.run().score());
        assertTrue(report(outcome).contains("""
              passed         of takes many means (5 points)
                             These numbers are made up.
            """));
        assertFalse(report(outcome).contains("--full"));
    }

    @Test
    void theyHaveALimitOfTheirOwn() {
        lab.edit("mean", "README.md", "seconds: 3", "seconds: 1, full: 20");
        lab.edit("mean", "MeanTest.java", "live.note(\"These numbers are made up.\");", "sleep();");
        lab.edit("mean", "MeanTest.java", "class MeanTest {", """
                class MeanTest {
                    private static void sleep() {
                        try {
                            Thread.sleep(1500);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                """);

        assertEquals(9, check(new Settings(1, true, Headway.UNHEARD)).run().score());
    }
}
