package gradus.grader.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.FixtureLab;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutants of the fixture room mean. */
class MutationRunTest {
    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() throws IOException {
        lab = FixtureLab.copyTo(folder);
        Files.copy(Checkout.homeOf(Path.of("")).resolve("pom.xml"), folder.resolve("pom.xml"));
    }

    private MutationReport report() {
        return MutationRun.of(lab.checkout(), lab.room("mean"));
    }

    private void weakenTheCheckOfWeighted() {
        lab.edit(
                "mean",
                "MeanTest.java",
                "1e-12,\n                \"Divide by the sum",
                "1e9,\n                \"Divide by the sum");
    }

    private void declare(String text) throws IOException {
        Files.writeString(lab.room("mean").folder().resolve("mutants.yaml"), text);
    }

    @Test
    @Tag("system")
    void aWeakCheckLeavesSurvivors() {
        weakenTheCheckOfWeighted();

        MutationReport report = report();

        Mutant survivor = report.mutants().stream()
                .filter(mutant -> mutant.line() == 29 && mutant.operator().equals("math"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Mutant(
                        "Mean.java",
                        29,
                        "return sum / total;",
                        "math",
                        "replaced / by *",
                        List.of("weighs"),
                        Fate.SURVIVED),
                survivor);
        assertTrue(report.mutants().stream()
                .filter(mutant -> mutant.line() < 19)
                .allMatch(mutant -> mutant.fate() == Fate.KILLED));
        assertEquals(
                List.of("The checks kill " + report.count(Fate.KILLED) + " of "
                        + report.mutants().size()
                        + " mutants, but at least 80 % are needed. Write checks that notice the survivors above."),
                report.problems());
    }

    @Test
    @Tag("system")
    void checksAgainstTheReferenceNoticeMutants() {
        lab.edit("mean", "MeanTest.java", "                1.25,\n", """
                                gradus.checks.Reference.of(
                                        () -> Mean.weighted(new double[] {1, 2}, new double[] {3, 1})),
                """);

        MutationReport report = report();

        assertEquals(report.mutants().size(), report.count(Fate.KILLED));
        assertEquals(100, report.score());
        assertTrue(report.isOk());
    }

    @Test
    @Tag("system")
    void testsWithoutPointsDoNotCount() {
        lab.edit("mean", "MeanTest.java", "@Graded(stage = 2, points = 2)", "@org.junit.jupiter.api.Test");

        List<Mutant> ofWeighted =
                report().mutants().stream().filter(mutant -> mutant.line() > 19).toList();

        assertTrue(ofWeighted.size() > 5);
        for (Mutant mutant : ofWeighted) {
            assertEquals(Fate.SURVIVED, mutant.fate(), mutant.toString());
            assertEquals(List.of(), mutant.reachedBy());
        }
    }

    @Test
    @Tag("system")
    void declaredMutantsMustBeThereAndSurvive() throws IOException {
        weakenTheCheckOfWeighted();
        declare("""
                - line-text: return sum / total;
                  operator: math
                  reason: Only the test says so.
                - line-text: return sum / values.length;
                  operator: math
                  reason: It is not.
                - line-text: return sum / total;
                  operator: increments
                  reason: There is none.
                - line-text: return total;
                  operator: math
                  reason: It is not there.
                - line-text: double sum = 0;
                  operator: inline-constant
                  reason: It stands in both methods.
                """);

        MutationReport report = report();

        assertEquals(1, report.count(Fate.EQUIVALENT));
        assertEquals(
                List.of(
                        "mutants.yaml: 'return sum / values.length;' declares a mutant of math equivalent, but the checks"
                                + " kill it. Take the entry out.",
                        "mutants.yaml: 'return sum / total;' has no mutant of increments; the operators there are math,"
                                + " primitive-returns.",
                        "mutants.yaml: 'return total;' stands nowhere in the learner's parts. Give text that stands there"
                                + " once; it may begin on a line before.",
                        "mutants.yaml: 'double sum = 0;' stands 2 times in the learner's parts. Give text that stands there"
                                + " once; it may begin on a line before.",
                        "mutants.yaml declares 5 of " + report.mutants().size()
                                + " mutants equivalent, but at most a tenth may be. Change the reference so that they"
                                + " vanish."),
                report.problems().subList(0, 5));
    }

    @Test
    void aReferenceThatFailsIsNotMutated() {
        lab.edit("mean", "Mean.java", "return sum / total;", "return sum;");

        BrokenRoom broken = assertThrows(BrokenRoom.class, this::report);

        assertTrue(
                String.valueOf(broken.getMessage())
                        .startsWith(
                                "Mutants say nothing while the reference fails a check. weighs of room mean is failed"
                                        + " with the seed 1: "),
                broken.getMessage());
    }
}
