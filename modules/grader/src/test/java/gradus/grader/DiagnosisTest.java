package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes are recognised by the values that come back. */
class DiagnosisTest {
    private static final String MEAN = "return sum / values.length;";
    private static final String WEIGHTED = "return sum / total;";

    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    private static List<List<String>> names(Outcome outcome) {
        return outcome.run().mistakes().stream()
                .map(recognised -> recognised.either().stream().map(Mistake::id).toList())
                .toList();
    }

    @Test
    void everyMistakeIsNamed() {
        for (Mistake mistake : lab.room("mean").mistakes()) {
            Outcome outcome = lab.check("mean", mistake.replace(), mistake.with());

            assertEquals(List.of(List.of(mistake.id())), names(outcome));
        }
    }

    @Test
    void otherCodeWithTheSameValuesIsTheSameMistake() {
        Outcome outcome = lab.check("mean", MEAN, "return java.util.Arrays.stream(values).sum();");

        assertEquals(List.of(List.of("sum")), names(outcome));
        assertTrue(new Report(lab.room("mean"), Ink.PLAIN, false)
                .of(outcome)
                .contains("\nThis is what code gives that forgets to divide. That is the sum.\n"));
        assertEquals("sum", OutcomeJson.of(outcome).get("mistake").getAsString());
    }

    @Test
    void rightCodeIsNotCalledAMistake() {
        assertEquals(List.of(), names(lab.check("mean", "", "")));
        assertEquals(
                List.of(),
                names(lab.check("mean", MEAN, "return java.util.Arrays.stream(values).average().orElseThrow();")));
    }

    @Test
    void aMistakeThatNobodyDescribedHasNoName() {
        Outcome outcome = lab.check("mean", MEAN, "return 7;");

        assertEquals(List.of(), names(outcome));
        assertTrue(OutcomeJson.of(outcome).get("mistake").isJsonNull());
    }

    /** In a class many make the same mistake, and all get the same inputs; another class gets others. */
    @Test
    void whoMakesAMistakeAfterOthersIsToldTheSame() {
        Room room = lab.room("mean");
        RoomClasses classes = RoomClasses.of(lab.checkout(), room);
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
        Judge judge = new Judge(lab.checkout());
        for (long seed : new long[] {1, 1, 2}) {
            for (Mistake mistake : room.mistakes()) {
                Submission wrong = lab.reference("mean", mistake.replace(), mistake.with());
                Submission right = lab.reference("mean", "", "");

                Outcome outcome = judge.check(room, classes, checks, wrong, Settings.quick(seed));
                assertEquals(List.of(List.of(mistake.id())), names(outcome), "seed " + seed);
                assertEquals(List.of(), names(judge.check(room, classes, checks, right, Settings.quick(seed))));
            }
            Submission other = lab.reference("mean", MEAN, "return 7;");
            assertEquals(List.of(), names(judge.check(room, classes, checks, other, Settings.quick(seed))));
        }
    }

    @Test
    void twoMistakesAreBothNamed() {
        Submission both = lab.reference("mean", WEIGHTED, "return sum / values.length;");
        String text = both.sources().get(0).text().replaceFirst("return sum / values.length;", "return sum;");
        Submission submission =
                new Submission(folder, List.of(new Source(both.sources().get(0).path(), text)));

        Outcome outcome = new Judge(lab.checkout()).check(lab.room("mean"), submission, Settings.quick(1));

        assertEquals(List.of(List.of("sum"), List.of("unweighted")), names(outcome));
        assertTrue(OutcomeJson.of(outcome).get("mistake").isJsonNull());
        assertEquals(2, OutcomeJson.of(outcome).getAsJsonArray("mistakes").size());
    }

    @Test
    void mistakesThatCannotBeToldApartAreBothOffered() {
        lab.edit("mean", "mistakes.yaml", "- id: sample", """
                - id: product
                  title: multiplies by one
                  replace: return sum / values.length;
                  with: return sum * 1.0;
                  fails: [takesTheMean, shifts]
                  says: Divide.
                - id: sample""");

        Outcome outcome = lab.check("mean", MEAN, "return sum;");

        assertEquals(List.of(List.of("sum", "product")), names(outcome));
        assertEquals(
                "This is what code gives that either forgets to divide, or multiplies by one. That is the sum. Or: Divide.",
                outcome.run().mistakes().get(0).inWords());
    }

    @Test
    void whatFailsBecauseOfAnEarlierStageWaits() {
        lab.edit("mean", "README.md", "  - title: The weighted mean", "  - title: The weighted mean\n    needs: [1]");
        Submission both = lab.reference("mean", WEIGHTED, "return 0;");
        String text = both.sources().get(0).text().replace(MEAN, "return 0;");
        Submission wrong =
                new Submission(folder, List.of(new Source(both.sources().get(0).path(), text)));

        Outcome outcome = new Judge(lab.checkout()).check(lab.room("mean"), wrong, Settings.quick(1));

        CheckResult weighs = outcome.run().checks().get(2);
        assertEquals(Status.WAITING, weighs.status());
        assertTrue(weighs.message().startsWith("Waits for stage 1: "), weighs.message());
        assertEquals("failed", outcome.word());
    }

    @Test
    void whatIsRightAllTheSameEarnsItsPoints() {
        lab.edit("mean", "README.md", "  - title: The weighted mean", "  - title: The weighted mean\n    needs: [1]");

        Outcome outcome = lab.check("mean", MEAN, "return 0;");

        assertEquals(Status.PASSED, outcome.run().checks().get(2).status());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void afterAnEndlessLoopLaterStagesAreNotTried() {
        lab.edit("mean", "README.md", "  - title: The weighted mean", "  - title: The weighted mean\n    needs: [1]");

        Outcome outcome = lab.check("mean", MEAN, "while (true) {}");

        assertEquals(Status.WAITING, outcome.run().checks().get(2).status());
        assertEquals("timed-out", outcome.word());
    }
}
