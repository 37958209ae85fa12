package gradus.grader;

import static gradus.grader.FixtureLab.result;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.grader.worker.Spare;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of honest, wrong and wild submissions. */
class JudgeTest {
    private static final String MEAN = "return sum / values.length;";

    @TempDir
    static Path folder;

    private static FixtureLab lab;

    @BeforeAll
    static void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    @Test
    void untouchedStarterIsNotAttempted() {
        Room room = lab.room("mean");
        List<Source> starters =
                RoomClasses.read(room, room.sources()).stream().map(Starter::of).toList();

        Outcome outcome = new Judge(lab.checkout()).check(room, new Submission(folder, starters), Settings.quick(1));

        assertEquals("not-attempted", outcome.word());
        assertEquals(0, outcome.run().score());
        assertEquals(4, outcome.run().maxScore());
        outcome.run().checks().forEach(check -> assertEquals(Status.NOT_ATTEMPTED, check.status()));
    }

    @Test
    void aWrongAnswerLosesItsOwnChecksOnly() {
        Outcome outcome = lab.check("mean", MEAN, "return sum;");

        assertEquals("failed", outcome.word());
        assertEquals(2, outcome.run().score());
        assertEquals(
                "of(1, 2, 6): expected 3.0 but was 9.0 (tolerance 1.0E-12). Divide by the number of values.",
                result(outcome, "takesTheMean").message());
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
    }

    @Test
    void checksRunInTheOrderOfTheirSource() {
        Outcome outcome = lab.check("mean", "", "");

        assertEquals(
                List.of("takesTheMean", "shifts", "weighs"),
                outcome.run().checks().stream().map(CheckResult::id).toList());
    }

    @Test
    void anEndlessLoopTimesOutAndTheRestIsGraded() {
        Outcome outcome = lab.check("mean", MEAN, "while (sum > 2.5) { } " + MEAN);

        assertInstanceOf(Outcome.TimedOut.class, outcome);
        assertEquals("""
                Your code was still running after 3 seconds. Look for a loop that never ends, or for work that is done \
                again and again. It was at Mean.java:17.
                Mean.java:17  while (sum > 2.5) { } return sum / values.length;""", result(outcome, "takesTheMean").message());
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
    }

    @Test
    void afterALoopTheOtherChecksGetLessTime() {
        Outcome outcome = lab.check("mean", MEAN, "while (sum < 100) { sum *= 1; } " + MEAN);

        assertTrue(
                result(outcome, "shifts")
                        .message()
                        .startsWith(
                                "Your code was still running after 1 second, which is what a check gets once another one"
                                        + " ran out of time. Look for a loop"),
                result(outcome, "shifts").message());
    }

    @Test
    void aLoopIsToldByTheMethodThatWasRunningAllTheTime() {
        Outcome outcome = lab.check("mean", MEAN, """
                return all(values);
                }

                private static double all(double[] values) {
                    double sum = 0;
                    while (values.length > 2) {
                        sum += next(values);
                        sum -= next(values);
                    }
                    return sum;
                }

                private static double next(double[] values) {
                    double x = 1;
                    for (int i = 0; i < 100_000; i++) {
                        x += Math.sin(x) + values[0];
                    }
                    return x;
                """);

        String message = result(outcome, "takesTheMean").message();
        assertTrue(message.contains(" again and again. It was at Mean.java:2"), message);
        assertTrue(message.contains("\nMean.java:23  sum += next(values);\n"), message);
        // Three lines are shown. Now and then the loop's own line is one of them, and the call of the method is none.
        boolean isAtLoop = message.contains("\nMean.java:22  while (values.length > 2) {\n");
        assertTrue(isAtLoop || message.endsWith("\nMean.java:17  return all(values);"), message);
    }

    @Test
    void aThreadThatWillNotDieIsNamed() {
        Outcome outcome =
                lab.check("mean", MEAN, "if (sum > 8) { new Thread(() -> { while (true) { } }).start(); } " + MEAN);

        assertInstanceOf(Outcome.TimedOut.class, outcome);
        assertEquals("""
                Your code came back, but a thread that it started was still running a second later. End your threads, and \
                wait for them with join, before the method returns. It was at Mean.java:17.
                Mean.java:17  if (sum > 8) { new Thread(() -> { while (true) { } }).start( …""", result(outcome, "takesTheMean").message());
        assertEquals(Status.PASSED, result(outcome, "shifts").status());
    }

    @Test
    void aThreadThatEndsIsFine() {
        Outcome outcome = lab.check(
                "mean",
                MEAN,
                "new Thread(() -> { try { Thread.sleep(100); } catch (InterruptedException e) { } }).start(); " + MEAN);

        assertInstanceOf(Outcome.Passed.class, outcome);
    }

    @Test
    void endlessOutputTimesOutAndNamesItsLine() {
        Outcome outcome = lab.check("mean", MEAN, "while (sum > 8) { System.out.println(sum); } " + MEAN);

        assertInstanceOf(Outcome.TimedOut.class, outcome);
        assertTrue(result(outcome, "takesTheMean").message().contains(" It was at Mean.java:17.\n"));
        assertTrue(outcome.run().printed().endsWith(" bytes in all)"));
    }

    @Test
    void systemExitCrashes() {
        Outcome outcome = lab.check("mean", MEAN, "if (sum > 8) { System.exit(3); } " + MEAN);

        assertInstanceOf(Outcome.Crashed.class, outcome);
        assertEquals("""
                Your code ended its own process (exit code 3). A room's method returns a value; it never calls \
                System.exit. It was at Mean.java:17.
                Mean.java:17  if (sum > 8) { System.exit(3); } return sum / values.length;""", result(outcome, "takesTheMean").message());
        assertEquals(Status.PASSED, result(outcome, "shifts").status());
    }

    @Test
    void tooMuchMemoryIsSaidSo() {
        Outcome outcome = lab.check("mean", MEAN, "double[][] all = new double[10_000][100_000]; " + MEAN);

        assertInstanceOf(Outcome.OutOfMemory.class, outcome);
        assertEquals("""
                Your code used up the memory it was given. Look for an array that is far larger than the data. It was at \
                Mean.java:17.
                Mean.java:17  double[][] all = new double[10_000][100_000]; return sum / v …""", result(outcome, "takesTheMean").message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aProcessThatTheSystemKillsIsOutOfMemory() {
        Outcome outcome = lab.check("mean", MEAN, "if (sum > 8) { Mean.kill(); } " + MEAN + killing("KILL"));

        assertInstanceOf(Outcome.OutOfMemory.class, outcome);
        assertEquals(
                "The system ended the process with your code, as it does when memory runs out. Look for arrays that are"
                        + " far larger than the data, or that are kept when they are done with.",
                result(outcome, "takesTheMean").message());
    }

    @Test
    void nativeCodeThatCrashesIsSaidSo() {
        Outcome outcome = lab.check("mean", MEAN, "if (sum > 8) { Mean.kill(); } " + MEAN + killing("SEGV"));

        assertInstanceOf(Outcome.Crashed.class, outcome);
        assertTrue(result(outcome, "takesTheMean")
                .message()
                .startsWith("Native code of a library crashed under your code (signal "));
        assertEquals(Status.PASSED, result(outcome, "weighs").status());
    }

    /** The end of the method, and another one that sends a signal to its own process. */
    private static String killing(String signal) {
        return """

                }

                static void kill() {
                    try {
                        new ProcessBuilder("kill", "-%s", Long.toString(ProcessHandle.current().pid())).start().waitFor();
                        Thread.sleep(5000);
                    } catch (java.io.IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
            """.formatted(signal);
    }

    @Test
    void whatJUnitSaysIsPutIntoSentences() {
        lab.edit(
                "mean",
                "MeanTest.java",
                "assertClose(\"of(1, 2, 6)\", 3, Mean.of(new double[] {1, 2, 6}), 1e-12, \"Divide by the number of values.\");",
                "org.junit.jupiter.api.Assertions.assertEquals(\"3.0\", \"\" + Mean.of(new double[] {1, 2, 6}), \"the mean of 1, 2 and 6\");");

        assertEquals(
                "the mean of 1, 2 and 6. Expected 3.0 but was 9.0.",
                result(lab.check("mean", MEAN, "return sum;"), "takesTheMean").message());

        lab.edit(
                "mean",
                "MeanTest.java",
                "assertEquals(\"3.0\", \"\" + Mean.of(new double[] {1, 2, 6}),",
                "assertTrue(Mean.of(new double[] {1, 2, 6}) == 3,");
        assertEquals(
                "the mean of 1, 2 and 6.",
                result(lab.check("mean", MEAN, "return sum;"), "takesTheMean").message());
    }

    @Test
    void endlessRecursionIsAFailure() {
        Outcome outcome = lab.check("mean", MEAN, "return of(values);");

        assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals("""
                Your code called itself again and again at Mean.java:17, until there was no room for another call \
                (StackOverflowError). Look for the case in which it should stop.
                Mean.java:17  return of(values);""", result(outcome, "takesTheMean").message());
    }

    @Test
    void exceptionsNameTheLearnersLine() {
        Outcome outcome = lab.check("mean", MEAN, "return values[99];");

        assertEquals("""
                Your code threw ArrayIndexOutOfBoundsException at Mean.java:17: Index 99 out of bounds for length 3
                Mean.java:17  return values[99];""", result(outcome, "takesTheMean").message());
    }

    @Test
    void exceptionsNameTheLinesFromWhichTheLearnersLineWasCalled() {
        Outcome outcome = lab.check("mean", MEAN, """
                return last(values);
                }

                private static double last(double[] values) {
                    return java.util.List.of(values[values.length - 1])
                            .get(1);
                """);

        assertEquals("""
                Your code threw IndexOutOfBoundsException at Mean.java:22: Index: 1 Size: 1
                Mean.java:22  .get(1);
                Mean.java:17  return last(values);""", result(outcome, "takesTheMean").message());
    }

    @Test
    void anExceptionsMessageIsCutAndCleaned() {
        Outcome loud =
                lab.check("mean", MEAN, "throw new IllegalStateException(\"\u001b[2J\" + \"x\".repeat(1_000_000));");
        Outcome silent = lab.check("mean", MEAN, "throw new IllegalStateException((String) null);");

        String message = result(loud, "takesTheMean").message();
        assertTrue(
                message.startsWith("Your code threw IllegalStateException at Mean.java:17: ?[2Jxxx"),
                message.substring(0, 100));
        assertTrue(message.length() < 700, message);
        assertEquals("""
                Your code threw IllegalStateException at Mean.java:17
                Mean.java:17  throw new IllegalStateException((String) null);""", result(silent, "takesTheMean").message());
    }

    @Test
    void nullWhereAnArrayBelongsIsNoFaultOfTheLab() {
        Outcome outcome = lab.check("points", "return new Points(mean, rows, options);", "return null;");

        CheckResult result = result(outcome, "factoryAndInstanceMethod");
        assertEquals(Status.FAILED, result.status());
        assertEquals(
                "Your code returned null, or something that holds null, where the check needs a value.",
                result.message());
    }

    @Test
    void anExceptionWhoseMessageThrowsIsSurvived() {
        Outcome outcome = lab.check(
                "mean", MEAN, "throw new RuntimeException() { @Override public String getMessage() { throw this; } };");

        assertTrue(
                result(outcome, "takesTheMean").message().contains("(getMessage itself threw"),
                result(outcome, "takesTheMean").message());
    }

    @Test
    void anotherPackageIsNamed() {
        Outcome outcome = lab.check("mean", "package fixtures.mean;", "package mine;");

        Outcome.SurfaceDiffers differs = assertInstanceOf(Outcome.SurfaceDiffers.class, outcome);
        assertEquals(
                List.of("Mean.java should begin with 'package fixtures.mean;', but has 'package mine;'."),
                differs.differences());
    }

    @Test
    void aMissingMethodCostsItsChecksOnly() {
        Outcome outcome = lab.check("mean", "double weighted(", "double waited(");

        assertEquals("failed", outcome.word());
        assertEquals(Status.SURFACE_DIFFERS, result(outcome, "weighs").status());
        assertEquals(
                "Your Mean has no weighted(double[], double[]).",
                result(outcome, "weighs").message());
        assertEquals(Status.PASSED, result(outcome, "takesTheMean").status());
    }

    @Test
    void aChangedArgumentIsNoticed() {
        Outcome outcome = lab.check("mean", MEAN, "double mean = sum / values.length; values[0] = 0; return mean;");

        assertEquals(
                "Mean.of changed its argument values. Work on a copy: the caller still needs the original.",
                result(outcome, "takesTheMean").message());
    }

    @Test
    void aRecordThatChangesItselfIsNoticed() {
        Outcome outcome = lab.check("points", "double[][] centred = new", "mean[0] = 5; double[][] centred = new");

        assertEquals(
                "Points.centred changed the record it was called on. Work on a copy: the caller still needs the original.",
                result(outcome, "factoryAndInstanceMethod").message());
    }

    @Test
    void outputIsShownAndCut() {
        Outcome little = lab.check("mean", MEAN, "System.out.println(\"sum \" + sum + (char) 27 + \"[31m\"); " + MEAN);
        Outcome much = lab.check(
                "mean", MEAN, "for (int i = 0; i < 200_000; i++) { System.out.println(\"again and again\"); } " + MEAN);

        assertTrue(
                little.run().printed().startsWith("sum 9.0?[31m\n"),
                little.run().printed());
        assertInstanceOf(Outcome.Passed.class, much);
        assertTrue(much.run().printed().length() < 100_000);
        assertTrue(much.run().printed().endsWith(" bytes in all)"));
    }

    @Test
    void readingFromTheKeyboardFindsNothing() {
        Outcome outcome = lab.check(
                "mean",
                MEAN,
                "try { sum += System.in.read() + 1; } catch (java.io.IOException e) { sum = 0; } " + MEAN);

        assertInstanceOf(Outcome.Passed.class, outcome);
    }

    @Test
    void writingIntoTheWireGainsNothing() {
        Outcome outcome = lab.check(
                "mean",
                MEAN,
                "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[] {0, 0, 0, 1, 99}); }"
                        + " catch (java.io.IOException e) { sum = 0; } return 0;");

        assertAll(() -> assertEquals(2, outcome.run().score()), () -> assertFalse(outcome instanceof Outcome.Passed));
    }

    @Test
    void dataThatNobodyMissesDoNotLowerTheMaximum() {
        for (String forged : List.of(
                "throw new gradus.kit.NoData(\"none\");", "gradus.datasets.Datasets.table(\"no/such.csv\"); " + MEAN)) {
            Outcome outcome = lab.check("mean", MEAN, forged);

            assertEquals(Status.FAILED, result(outcome, "takesTheMean").status());
            assertTrue(
                    result(outcome, "takesTheMean").message().startsWith("Your code threw NoData at Mean.java:17: "));
            assertEquals(4, outcome.run().maxScore());
        }
    }

    @Test
    void theSameSeedDrawsTheSameInputs() {
        String wrong = "throw new IllegalStateException(\"\" + values[0]);";

        String first = result(lab.check("mean", MEAN, wrong), "shifts").message();
        String second = result(lab.check("mean", MEAN, wrong), "shifts").message();
        Outcome other = new Judge(lab.checkout())
                .check(lab.room("mean"), lab.reference("mean", MEAN, wrong), Settings.quick(2));

        assertEquals(first, second);
        assertFalse(first.equals(result(other, "shifts").message()));
    }

    @Test
    void noWorkerIsLeftBehind() {
        lab.check("mean", MEAN, "new Thread(() -> { while (true) { } }).start(); " + MEAN);

        assertEquals(List.of(), workers());
    }

    @Test
    void aSpareWorkerServesTheNextRunAndGoesWithItsOwner() throws InterruptedException {
        try (Spare spare = new Spare()) {
            Judge judge = new Judge(lab.checkout(), spare);
            Room mean = lab.room("mean");

            assertInstanceOf(Outcome.Passed.class, judge.check(mean, lab.reference("mean", "", ""), Settings.quick(1)));
            List<Long> waiting = aWaitingWorker();
            Outcome told = judge.check(
                    mean,
                    lab.reference("mean", MEAN, "System.out.println(ProcessHandle.current().pid()); " + MEAN),
                    Settings.quick(1));
            assertInstanceOf(Outcome.Passed.class, told);
            assertTrue(
                    told.run().printed().startsWith(waiting.get(0) + "\n"),
                    told.run().printed());
            assertInstanceOf(
                    Outcome.Passed.class,
                    judge.check(lab.room("points"), lab.reference("points", "", ""), Settings.quick(1)));
        }
        assertEquals(List.of(), workers());
    }

    /** It starts beside the verdict, and not before it. */
    private static List<Long> aWaitingWorker() throws InterruptedException {
        List<Long> waiting = workers();
        for (int i = 0; i < 1000 && waiting.isEmpty(); i++) {
            Thread.sleep(10);
            waiting = workers();
        }
        assertEquals(1, waiting.size());
        return waiting;
    }

    private static List<Long> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains("gradus.worker.Worker"))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Test
    void aSolvedPrerequisiteIsTheLearnersOwn() {
        Submission onReferences = lab.reference("layers", "", "");
        Submission onOwn = new Submission(
                folder,
                onReferences.sources(),
                lab.reference("steps", "rate * velocity", "2 * rate * velocity").sources());
        Submission onBroken = new Submission(
                folder,
                onReferences.sources(),
                lab.reference("steps", "rate * velocity", "rate * nothing").sources());
        Judge judge = new Judge(lab.checkout());
        Room layers = lab.room("layers");

        assertInstanceOf(Outcome.Passed.class, judge.check(layers, onReferences, Settings.quick(1)));
        assertEquals(
                Status.FAILED,
                result(judge.check(layers, onOwn, Settings.quick(1)), "prerequisitesTypes")
                        .status());
        assertInstanceOf(Outcome.Passed.class, judge.check(layers, onBroken, Settings.quick(1)));
    }

    @Test
    void differentButRightCodePasses() {
        Outcome outcome = lab.check("mean", MEAN, "return java.util.Arrays.stream(values).average().orElseThrow();");

        assertInstanceOf(Outcome.Passed.class, outcome);
        assertEquals(4, outcome.run().score());
    }
}
