package gradus.grader;

import static gradus.grader.FixtureLab.result;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import gradus.grader.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not compile costs what needs it, and nothing more. */
class CompileErrorsTest {
    private static final String MEAN = "return sum / values.length;";
    private static final String TOTAL = "return sum / total;";

    @TempDir
    static Path folder;

    private static FixtureLab lab;

    @BeforeAll
    static void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    private static String first(Outcome outcome) {
        return outcome.run().problems().get(0).inWords();
    }

    private static String report(Outcome outcome) {
        return new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
    }

    @Test
    void aMethodThatDoesNotCompileCostsItsChecksOnly() {
        Outcome outcome = lab.check("mean", MEAN, "return sum / values.lenght;");

        assertInstanceOf(Outcome.DoesNotCompile.class, outcome);
        assertEquals(2, outcome.run().score());
        assertEquals(4, outcome.run().maxScore());
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
        assertEquals(Status.DOES_NOT_COMPILE, result(outcome, "takesTheMean").status());
        assertEquals("""
                Mean.of(double[]) does not compile.
                Mean.java:17:28: An array has no lenght. Its length is values.length, without parentheses.
                    return sum / values.lenght;
                                       ^""", result(outcome, "takesTheMean").message());
    }

    @Test
    void theReportNamesTheProblemOnceAboveTheChecks() {
        String report = report(lab.check("mean", MEAN, "return sum / values.lenght;"));

        assertEquals("""

                Mean.java:17:28: An array has no lenght. Its length is values.length, without
                parentheses.
                    return sum / values.lenght;
                                       ^

                Stage 1: The mean
                  does not compile
                                 2 checks (2 points)
                                 Mean.of(double[]) does not compile.

                Stage 2: The weighted mean
                  passed         weighted counts values as often as their weights say (2 points)

                Does not compile: 2 of 4 points.""", report.substring(report.indexOf("\n\n") + 1));
    }

    @Test
    void programsGetTheProblemsAsAList() {
        JsonObject json = OutcomeJson.of(lab.check("mean", MEAN, "return sum / values.lenght;"));

        assertEquals("does-not-compile", json.get("outcome").getAsString());
        assertEquals(1, json.getAsJsonArray("problems").size());
        JsonObject problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertAll(
                () -> assertEquals("Mean.java", problem.get("file").getAsString()),
                () -> assertEquals(17, problem.get("line").getAsInt()),
                () -> assertEquals(28, problem.get("column").getAsInt()),
                () -> assertEquals("Mean.of(double[])", problem.get("part").getAsString()),
                () -> assertEquals(
                        "An array has no lenght. Its length is values.length, without parentheses.",
                        problem.get("message").getAsString()));
    }

    @Test
    void aMissingSemicolonCostsItsMethodOnly() {
        Outcome outcome = lab.check("mean", MEAN, "return sum / values.length");

        assertEquals("""
                Mean.java:17:35: A semicolon ; is missing at the end of this statement.
                    return sum / values.length
                                              ^""", first(outcome));
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
    }

    @Test
    void twoBrokenMethodsAreToldInTheOrderOfTheFile() {
        Outcome outcome =
                lab.edited(text -> text.replace(TOTAL, "return sum / totl;").replace(MEAN, "return summ"));

        assertEquals(
                List.of("Mean.of(double[])", "Mean.weighted(double[], double[])"),
                outcome.run().problems().stream().map(Problem::part).toList());
        assertEquals(
                "Java does not know totl here. Did you mean total?",
                outcome.run().problems().get(1).message());
        assertEquals(0, outcome.run().score());
    }

    @Test
    void aWrongAnswerIsWorseThanWhatDoesNotCompile() {
        Outcome outcome = lab.edited(text -> text.replace(TOTAL, "return sum;").replace(MEAN, "return nothing;"));

        assertEquals("failed", outcome.word());
        assertEquals(1, outcome.run().problems().size());
        assertEquals(Status.FAILED, result(outcome, "weighs").status());
        assertEquals(Status.DOES_NOT_COMPILE, result(outcome, "shifts").status());
        assertTrue(report(outcome).contains("Mean.java:17:16: Java does not know nothing here."), report(outcome));
    }

    @Test
    void anUnusedMethodThatDoesNotCompileIsToldAlthoughAllChecksPass() {
        Outcome outcome = lab.check(
                "mean", "    private Mean() {}", "    private Mean() {}\n\n    private int x() { return 1.5; }");

        assertEquals("does-not-compile", outcome.word());
        assertEquals(4, outcome.run().score());
    }

    @Test
    void whatUsesAFieldThatDoesNotCompileNeedsIt() {
        Outcome outcome = lab.check(
                "mean",
                "    private Mean() {}",
                "    private static final int[] TABLE = {1, \"two\"};\n\n    private Mean() {}\n\n"
                        + "    private static double scaled(double x) { return x * TABLE[0]; }");

        assertEquals(
                List.of("Mean.TABLE"),
                outcome.run().problems().stream().map(Problem::part).toList());
        assertEquals(4, outcome.run().score());

        Outcome used = lab.edited(text -> text.replace(
                        "    private Mean() {}", "    private static final int ONE = \"1\";\n    private Mean() {}")
                .replace(MEAN, "return ONE * sum / values.length;"));

        assertEquals("""
                Mean.of(double[]) needs Mean.ONE, which does not compile.
                Mean.java:9:36: This is a String, but an int is needed here.
                    private static final int ONE = "1";
                                                   ^""", result(used, "takesTheMean").message());
        assertEquals(Status.PASSED, result(used, "weighs").status());
    }

    @Test
    void aHeaderThatDoesNotCompileCostsItsMethodOnly() {
        Outcome outcome = lab.check("mean", "double of(double[] values)", "duoble of(double[] values)");

        assertEquals("""
                Mean.of(double[]) does not compile.
                Mean.java:11:19: Java does not know duoble here. Did you mean double?
                    public static duoble of(double[] values) {
                                  ^""", result(outcome, "takesTheMean").message());
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
    }

    @Test
    void anImportThatDoesNotCompileCostsWhatUsesIt() {
        Outcome outcome = lab.edited(text -> text.replace("mean;\n", "mean;\n\nimport java.util.Lisst;\n")
                .replace(MEAN, "Lisst<Double> list; " + MEAN));

        assertEquals(1, outcome.run().problems().size());
        assertEquals("""
                Mean.java:3:17: There is no class Lisst in java.util. Did you mean List?
                    import java.util.Lisst;
                                    ^""", first(outcome));
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aNestedClassOfOnesOwnCostsWhatUsesIt() {
        Outcome outcome = lab.edited(text -> text.replace(
                        "    private Mean() {}", "    private Mean() {}\n\n    record Sum(duoble value) {}")
                .replace(MEAN, "Sum all = new Sum(sum); " + MEAN));

        assertTrue(
                result(outcome, "shifts")
                        .message()
                        .startsWith("Mean.of(double[]) needs Mean.Sum, which does not compile."),
                result(outcome, "shifts").message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aMethodOfAnEnumsConstantIsTakenOutAlone() {
        Outcome outcome = lab.check("points", "return x / 2;", "return y / 2;");

        assertEquals(
                "Points.Scale.apply(double)", outcome.run().problems().get(0).part());
        assertEquals(
                Status.DOES_NOT_COMPILE,
                result(outcome, "enumConstantsAreThemselves").status());
        assertEquals(Status.PASSED, result(outcome, "factoryAndInstanceMethod").status());
    }

    @Test
    void aConstructorThatDoesNotCompileCostsWhatMakesTheObject() {
        Outcome outcome = lab.check("steps", "if (rate <= 0) {", "if (rate = 0) {");

        assertEquals("new Momentum(double)", outcome.run().problems().get(0).part());
        assertEquals(
                Status.DOES_NOT_COMPILE, result(outcome, "argumentLeftAlone").status());
        assertEquals(Status.PASSED, result(outcome, "returnedLambda").status());
    }

    @Test
    void theConstructorsOfRecordsAreMethodsToo() {
        Outcome outcome = lab.check("points", "if (k < 1) {", "if (k << 1) {");

        assertEquals(
                "new Points.Options(int, boolean, Scale)",
                outcome.run().problems().get(0).part());
        assertEquals(
                Status.DOES_NOT_COMPILE, result(outcome, "constructorsValidate").status());
        assertEquals(Status.PASSED, result(outcome, "sealedTypes").status());
    }

    @Test
    void whatACheckExpectsToThrowIsNotMistakenForIt() {
        Outcome outcome = lab.check("tables", "throw new BadRow(i + 1, \"stray quote\");", "throw new BadRow(i + 1);");

        assertEquals(
                Status.DOES_NOT_COMPILE, result(outcome, "exceptionWithItsData").status());
        assertEquals(
                Status.DOES_NOT_COMPILE, result(outcome, "exceptionOfTheJdk").status());
        assertEquals(Status.PASSED, result(outcome, "exceptionMadeByTheCheck").status());
    }

    @Test
    void aFieldThatIsNoJavaCostsWhatUsesIt() {
        Outcome outcome = lab.edited(text -> text.replace(
                        "    private Mean() {}",
                        "    private static final double[] ONE = {1, , 1};\n\n    private Mean() {}")
                .replace(MEAN, "return ONE[0] * sum / values.length;"));

        assertEquals("""
                Mean.of(double[]) needs Mean.ONE, which does not compile.
                Mean.java:9:45: A value is missing here: a number, a name, a call.
                    private static final double[] ONE = {1, , 1};
                                                            ^""", result(outcome, "takesTheMean").message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aHeaderThatIsNoJavaCostsItsMethodOnly() {
        Outcome outcome = lab.check("mean", "of(double[] values) {", "of(double[] values {");

        assertEquals("""
                Mean.of does not compile.
                Mean.java:11:44: A closing parenthesis ) is missing here: each ( needs one.
                    public static double of(double[] values {
                                                           ^""", result(outcome, "takesTheMean").message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void filesOfARoomAreIsolatedTogether() {
        Outcome outcome = lab.check("layers", "y[j] = Math.max(0, y[j]);", "y[j] = Math.max(0, y[k]);");

        assertEquals(
                "Relu.java:12:34: Java does not know k here. A variable is declared before it is used, with its type, as"
                        + " in: double k = 0;",
                outcome.run().problems().get(0).heading());
        assertEquals(
                Status.DOES_NOT_COMPILE,
                result(outcome, "inheritanceAndHiddenClasses").status());
        assertEquals(Status.PASSED, result(outcome, "sameObjectSameHandle").status());
    }

    /** Every word and sign of a method, left out one at a time. */
    @Test
    void whateverIsMissingInAMethodTheOtherIsGraded() {
        String text = lab.reference("mean", "", "").sources().get(0).text();
        int start = text.indexOf("double sum = 0;");
        int end = text.indexOf("// end solution");
        Matcher token = Pattern.compile("\\w+|[^\\s\\w]").matcher(text);
        for (token.region(start, end); token.find(); ) {
            String without = text.substring(0, token.start()) + text.substring(token.end());
            if (token.group().matches("[{}]")) {
                continue;
            }
            Outcome outcome = lab.edited(any -> without);

            assertEquals(Status.PASSED, result(outcome, "weighs").status(), without);
            outcome.run().problems().forEach(problem -> assertEquals("Mean.of(double[])", problem.part(), without));
        }
    }

    @Test
    void aBrokenClassHeaderSaysThatNothingCouldBeGraded() {
        Outcome outcome = lab.check("mean", "public final class Mean {", "public final class Mean extends Maen {");

        Outcome.DoesNotCompile broken = assertInstanceOf(Outcome.DoesNotCompile.class, outcome);
        assertEquals("The error is outside of any method, so nothing could be graded:", broken.why());
        outcome.run().checks().forEach(check -> assertEquals(Status.DOES_NOT_COMPILE, check.status()));
        assertEquals("""

                The error is outside of any method, so nothing could be graded:
                Mean.java:8:33: Java does not know Maen here. Did you mean Mean?
                    public final class Mean extends Maen {
                                                    ^

                Does not compile: 0 of 4 points.""", report(outcome).substring(report(outcome).indexOf("\n\n") + 1));
    }

    @Test
    void theBraceThatIsNotClosedIsFoundByIndentation() {
        Outcome outcome = lab.check("mean", "            sum += value;\n        }", "            sum += value;");

        assertEquals("""
                The braces { and } do not pair up, so nothing could be graded:
                Mean.java:14:37: This { is never closed: a } is missing below it.
                    for (double value : values) {
                                                ^""", result(outcome, "weighs").message());
    }

    @Test
    void theBraceTooManyIsFoundByIndentation() {
        Outcome outcome = lab.check(
                "mean", "            sum += value;\n        }", "            sum += value;\n        }\n        }");

        assertEquals("""
                Mean.java:17:9: This } closes nothing: there is one } too many, or a { is missing.
                    }
                    ^""", first(outcome));
    }

    @Test
    void stackTracesStillNameTheRightLine() {
        Outcome outcome = lab.edited(
                text -> text.replace(MEAN, "int x = 1.5;\n\n\n return x;").replace(TOTAL, "return values[99];"));

        assertEquals("""
                Your code threw ArrayIndexOutOfBoundsException at Mean.java:32: Index 99 out of bounds for length 2
                Mean.java:32  return values[99];""", result(outcome, "weighs").message());
    }

    @Test
    void throwingTheMarkOneselfGainsNothing() {
        Outcome outcome = lab.check("mean", MEAN, "throw new gradus.worker.DoesNotCompile(\"Mean.of\");");

        assertEquals("failed", outcome.word());
        assertEquals("""
                Your code threw DoesNotCompile at Mean.java:17: Mean.of
                Mean.java:17  throw new gradus.worker.DoesNotCompile("Mean.of");""", result(outcome, "takesTheMean").message());
    }
}
