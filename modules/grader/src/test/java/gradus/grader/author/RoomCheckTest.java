package gradus.grader.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.FixtureLab;
import gradus.grader.Headway;
import gradus.grader.room.RoomClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule lets a good room through and names itself where it is broken. */
class RoomCheckTest {
    @TempDir
    Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    private List<String> rules() {
        return report().problems().stream().map(Finding::rule).distinct().toList();
    }

    private RoomReport report() {
        return RoomCheck.of(lab.checkout(), lab.room("mean"));
    }

    private String message() {
        return report().problems().get(0).message();
    }

    @Test
    void aGoodRoomIsOk() {
        RoomReport report = report();

        assertEquals(List.of(), report.problems());
        assertEquals(3, report.mistakes().size());
        assertTrue(report.mistakes().stream().allMatch(MistakeResult::caught));
        assertEquals(
                List.of(
                        new AutomaticResult("Mean.of", "zeros", true),
                        new AutomaticResult("Mean.of", "NaN", true),
                        new AutomaticResult("Mean.weighted", "zeros", true),
                        new AutomaticResult("Mean.weighted", "NaN", true)),
                report.automatic());
    }

    @Test
    void aCheckThatAcceptsZeros() {
        lab.edit("mean", "MeanTest.java", "1.25,", "1,");
        lab.edit("mean", "MeanTest.java", "{3, 1}),\n                1e-12", "{3, 1}),\n                1.1");

        assertEquals(List.of("automatic"), rules());
        assertEquals("Mean.weighted returning zeros gets full marks: no check notices it.", message());
    }

    @Test
    void aCheckThatBreaksOnNaN() {
        lab.edit(
                "mean",
                "MeanTest.java",
                "double x = random.nextDouble();",
                "double x = random.nextDouble();\n        if (Double.isNaN(Mean.of(new double[] {x}))) {\n"
                        + "            throw new LinkageError(\"of is NaN\");\n        }");

        assertEquals(List.of("automatic"), rules());
        assertEquals(
                "Mean.of returning NaN makes shifts end as error, but it should fail and say why. java.lang.LinkageError: of is"
                        + " NaN",
                message());
    }

    @Test
    void everyRoomFacesWhatItsMethodsCouldReturn() {
        assertEquals(
                List.of(
                        "Points.of returning null",
                        "Points.of returning zeros as mean",
                        "Points.of returning zeros as rows",
                        "Points.of returning zeros as options",
                        "Points.of returning NaN as mean",
                        "Points.of returning NaN as rows",
                        "Points.of returning a row or element too few as mean",
                        "Points.of returning a row or element too few as rows",
                        "Points.of returning a row or element too many as mean",
                        "Points.of returning a row or element too many as rows"),
                automatic("points"));
    }

    /** The mistakes that a room faces, in words. */
    private List<String> automatic(String room) {
        return LearnerParts.mistakes(RoomClasses.of(lab.checkout(), lab.room(room))).stream()
                .map(AutomaticMistake::inWords)
                .toList();
    }

    @Test
    void calibrationFindsAFlakyCheckAndItsSeed() {
        lab.edit(
                "mean",
                "MeanTest.java",
                "double y = random.nextDouble();",
                "double y = random.nextDouble();\n        if (x > 0.9) {\n"
                        + "            throw new AssertionError(\"x is beyond 0.9\");\n        }");
        List<Integer> heard = new ArrayList<>();

        Calibration calibration =
                Calibration.of(lab.checkout(), lab.room("mean"), 50, (done, total, what) -> heard.add(done));

        Calibration.Tally shifts = calibration.checks().get(0);
        assertEquals("shifts", shifts.id());
        assertEquals("x is beyond 0.9", shifts.message());
        assertTrue(shifts.failures() > 0 && shifts.failures() < 50, shifts.toString());
        assertEquals(1, calibration.checks().size(), "the other checks draw nothing");
        assertEquals(50, heard.size());
        int before = (int) shifts.seed() - 1;
        assertEquals(
                0,
                before == 0
                        ? 0
                        : Calibration.of(lab.checkout(), lab.room("mean"), before, Headway.UNHEARD)
                                .failures());
    }

    @Test
    void aWeakenedCheck() {
        lab.edit(
                "mean",
                "MeanTest.java",
                "1e-12,\n                \"Divide by the sum",
                "1e9,\n                \"Divide by the sum");

        assertEquals(List.of("mistake-survives", "automatic"), rules());
        assertEquals("unweighted gets full marks: no check notices it.", message());
    }

    @Test
    void aMistakeThatFailsFewerChecksThanDeclared() {
        lab.edit("mean", "MeanTest.java", "1e-12,\n                \"Shift all", "1e9,\n                \"Shift all");

        assertEquals(List.of("mistake-fails"), rules());
        assertEquals("sum should fail shifts, but passed it: the check is too weak.", message());
    }

    @Test
    void aMistakeThatFailsMoreThanDeclared() {
        lab.edit(
                "mean",
                "mistakes.yaml",
                "with: return sum;\n  fails: [takesTheMean, shifts]",
                "with: return sum;\n  fails: [takesTheMean]");

        assertEquals(List.of("mistake-fails"), rules());
        assertTrue(message().startsWith("sum fails shifts too, which it does not declare: "), message());
    }

    @Test
    void aMistakeThatFitsNowhere() {
        lab.edit("mean", "mistakes.yaml", "replace: return sum / total;", "replace: return nothing;");

        assertEquals(List.of("mistake-replaces"), rules());
        assertEquals("unweighted replaces text that stands nowhere in Mean.java.", message());
    }

    @Test
    void anEmptiedHint() {
        lab.edit("mean", "hints.md", "What do you do with the numbers first, before you divide?", "");

        assertEquals(List.of("hints"), rules());
    }

    @Test
    void aStarterThatPassesACheck() {
        lab.edit("mean", "Mean.java", "        // begin solution: divide the sum by the number of values\n", "");
        lab.edit(
                "mean",
                "Mean.java",
                "return sum / values.length;\n        // end solution",
                "return sum / values.length;");

        assertEquals(List.of("starter"), rules());
        assertEquals(
                "takesTheMean is passed on the untouched starter, but every check should be not-attempted there.",
                message());
    }

    @Test
    void aReferenceThatFails() {
        lab.edit("mean", "Mean.java", "return sum / total;", "return sum;");

        assertTrue(rules().contains("reference"));
    }

    @Test
    void aReferenceThatRunsOtherwiseOverTheWire() {
        lab.edit(
                "mean",
                "Mean.java",
                "return sum / values.length;",
                "double mean = sum / values.length; values[0] = mean; return mean;");

        assertTrue(rules().contains("reference"));
        assertTrue(message().contains("changed its argument values"), message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"private final", "private static final"})
    void aCheckThatCallsTheRoomInAField(String modifiers) {
        lab.edit(
                "mean",
                "MeanTest.java",
                "class MeanTest {",
                "class MeanTest {\n    " + modifiers + " double one = Mean.of(new double[] {1});\n");

        assertEquals(List.of("reference"), rules());
        assertEquals(
                "takesTheMean run in a worker is error: The class of a check calls the room's code outside of its checks, in a"
                        + " field or in a method that runs before them. Make a method of it that the checks call.",
                message());
    }

    @Test
    void aMethodThatNeedNotDoAnything() {
        lab.edit("mean", "Mean.java", "    private Mean() {}", """
                    private Mean() {}

                    public static void centre(@gradus.kit.Changed double[] values) {
                        // begin solution: subtract the mean from every value
                        double mean = of(values);
                        java.util.Arrays.setAll(values, i -> values[i] - mean);
                        // end solution
                    }
                """);

        assertEquals(List.of("automatic"), rules());
        assertEquals("Mean.centre returning without doing anything gets full marks: no check notices it.", message());
    }

    @Test
    void aCheckWithoutATitleOrStage() {
        lab.edit("mean", "MeanTest.java", "    @DisplayName(\"of takes the mean\")\n", "");
        lab.edit("mean", "MeanTest.java", "@Graded(stage = 2, points = 2)", "@Graded(stage = 3, points = 2)");

        assertEquals(List.of("checks"), rules());
    }

    @Test
    void noEvidence() {
        lab.edit("mean", "MeanTest.java", "    @Evidence(Evidence.Kind.CLOSED_FORM)\n", "");
        lab.edit("mean", "MeanTest.java", "import gradus.checks.Evidence;\n", "");

        assertEquals(List.of("evidence"), rules());
    }

    @Test
    void aSurfaceThatCannotCross() {
        lab.edit(
                "mean",
                "Mean.java",
                "    private Mean() {}",
                "    private Mean() {}\n\n    public static java.util.stream.DoubleStream all() {\n"
                        + "        return java.util.stream.DoubleStream.empty();\n    }");

        assertEquals(List.of("surface"), rules());
        assertEquals(
                "Mean.all uses java.util.stream.DoubleStream, which cannot cross between judge and worker. Take or return a"
                        + " List.",
                message());
    }

    @Test
    void aReferenceThatTheVerifierRefuses() {
        lab.edit("mean", "Mean.java", "return sum / total;", "System.gc();\n        return sum / total;");

        assertEquals(List.of("verified"), rules());
        assertEquals(
                "Mean.java:29: System.gc is not allowed in a room: the lab decides when memory is cleared. Leave it out.",
                message());
    }

    @Test
    void aReferenceThatUsesTheAnswer() {
        lab.edit("mean", "README.md", "refuses: []", "refuses: [java.util.stream.*]");
        lab.edit(
                "mean",
                "Mean.java",
                "return sum / values.length;",
                "java.util.stream.DoubleStream.of(values);\n        return sum / values.length;");

        assertEquals(List.of("verified"), rules());
        assertEquals(
                "Mean.java:17: DoubleStream.of is not allowed in a room: here it would be the answer. Write that part"
                        + " yourself.",
                message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Arays.sort",
                "java.util.Arrays.sortAll",
                "java.util.Arrays.sort(String)",
                "java.util.streams.*",
                "java.util.stream",
                "Arrays.sort",
                "sort"
            })
    void aRefusalOfNothing(String entry) {
        lab.edit("mean", "README.md", "refuses: []", "refuses: ['" + entry + "']");

        assertEquals(List.of("verified"), rules());
        assertEquals(
                "README.md refuses " + entry + ", but there is no such class or member. Write it as in"
                        + " java.util.Arrays.sort, java.util.TreeMap or java.util.stream.*.",
                message());
    }

    @Test
    void aFigureWithoutWords() {
        lab.edit("mean", "MeanFigure.java", "\"The values 1, 2 and \"", "\"\"");
        lab.edit("mean", "MeanFigure.java", "\" lie on a line; their mean is at \"", "\"\"");

        assertEquals(List.of("figure"), rules());
    }

    @Test
    void aStrayFile() throws Exception {
        java.nio.file.Files.writeString(lab.room("mean").folder().resolve("notes.txt"), "?");

        assertEquals(List.of("strays"), rules());
        assertEquals("notes.txt does not belong into a room's folder.", message());
    }

    @Test
    void aRoomThatDoesNotCompile() {
        lab.edit("mean", "Mean.java", "return sum / total;", "return sum / totals;");

        assertEquals(List.of("compiles"), rules());
        assertTrue(message().contains("Mean.java:29"), message());
    }

    @Test
    void aMarkerThatIsNotClosed() {
        lab.edit("mean", "Mean.java", "return sum / total;\n        // end solution", "return sum / total;");

        assertEquals(List.of("compiles"), rules());
        assertTrue(message().contains("the last solution has no '// end solution'"), message());
    }
}
