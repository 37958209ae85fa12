package gradus.grader;

import static gradus.grader.FixtureLab.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of hidden checks, and that nothing which a submission does keeps the judge from grading. */
@Timeout(300)
class HostileSubmissionTest {
    private static final String MIX = "double[] mixed = new double[values.length];";
    private static final String COUNT = "words.forEach(word";

    @TempDir
    static Path folder;

    private static FixtureLab lab;

    @BeforeAll
    static void openLab() {
        lab = FixtureLab.copyTo(folder);
        lab.edit("vault", "README.md", "limits: {seconds: 1, heap: 64}", "limits: {seconds: 20, heap: 64}");
    }

    private static Run edited(String replace, String with) {
        return graded(lab.reference("vault", replace, with).sources()).run();
    }

    private static Outcome graded(List<Source> sources) {
        Room room = lab.room("vault");
        RoomClasses classes = RoomClasses.of(lab.checkout(), room);
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
        return new Judge(lab.checkout())
                .check(room, classes, checks, new Submission(folder, sources), Settings.quick(7));
    }

    @Test
    void aHiddenCheckTellsItsAuthorsWordsOnly() {
        Run run = edited("mixed[i] = 2 *", "mixed[i] = 3 *");

        assertTrue(
                result(run, "mixes").message().startsWith("mix(values, 1)[0]: expected "),
                result(run, "mixes").message());
        assertEquals(
                "This hidden check failed. Begin again behind the last.",
                result(run, "mixesMore").message());
    }

    @Test
    void whatTheCodeThrowsAndPrintsInAHiddenCheckIsNotTold() {
        Run run = edited(
                MIX,
                "System.out.println(values[0]);"
                        + " if (values.length > 2) { throw new IllegalStateException(\"it was \" + values[0]); } "
                        + MIX);

        assertEquals("This hidden check failed.", result(run, "mixesMore").message());
        assertEquals("", run.printed());
    }

    @Test
    void howTheWorkerEndedInAHiddenCheckIsNotTold() {
        Run run = edited(MIX, "if (values.length > 2) { System.exit((int) (100 * values[0])); } " + MIX);

        assertEquals(
                "The process with your code ended in this hidden check.",
                result(run, "mixesMore").message());
        assertEquals(Status.PASSED, result(run, "mixes").status());
    }

    @Test
    void causesThatRunInACircleEnd() {
        Run run = edited(
                MIX,
                "Jammed a = new Jammed(\"a\"); Jammed b = new Jammed(\"b\"); a.initCause(b); b.initCause(a);"
                        + " if (values.length < 9) { throw a; } " + MIX);

        assertTrue(
                result(run, "mixes").message().startsWith("Your code threw Jammed at Vault.java:"),
                result(run, "mixes").message());
        assertEquals(15, run.score());
    }

    @Test
    void aSetMadeToBeSlowIsGivenUp() {
        Run run = edited(
                COUNT,
                "for (int i = 0; i < 1 << 12; i++) { StringBuilder s = new StringBuilder();"
                        + " for (int k = 0; k < 12; k++) { s.append((i >> k & 1) == 0 ? \"Aa\" : \"BB\"); }"
                        + " ((Map) counts).put(s.toString(), i); }"
                        + " if (words.size() > 0) { Map slow = new java.util.IdentityHashMap();"
                        + " counts.keySet().forEach(key -> slow.put(List.of(key), 1)); return slow; } " + COUNT);

        assertEquals(
                "The process with your code sent what cannot be read: more than 500 keys with the same hash",
                result(run, "counts").message());
    }

    @Test
    void textsThatTheCompilerPutsTogetherAreBounded() {
        StringBuilder constants = new StringBuilder("static final String S0 = \"0123456789\";\n");
        for (int i = 1; i < 40; i++) {
            constants.append("static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";\n");
        }
        Run run = edited("public static double[] mix(", constants + "public static double[] mix(");

        assertTrue(run.problems().stream()
                .anyMatch(problem -> problem.message()
                        .equals(
                                "This text gets too long: the compiler puts it together out of constants. Put it together in"
                                        + " a method, when it is needed.")));
    }

    @Test
    void blankLinesDoNotKeepTheJudgeBusy() {
        Outcome outcome = graded(
                List.of(new Source("fixtures/vault/Vault.java", "class A {}" + "\n".repeat(500_000) + "class B {}")));

        assertEquals(
                List.of("Vault.java should begin with 'package fixtures.vault;', but has no package line."),
                assertInstanceOf(Outcome.SurfaceDiffers.class, outcome).differences());
    }

    @Test
    void aFileOfManyMegabytesIsRefused() {
        Outcome outcome = graded(List.of(new Source("fixtures/vault/Vault.java", "/" + "/ blank\n".repeat(600_000))));

        assertEquals(
                "These are 4800001 characters, but may be 4000000 at most. A room's file has a few hundred lines.",
                outcome.run().problems().get(0).message());
    }

    @Test
    void messagesAreCutAndLoseTheirControlCharacters() {
        Run run = edited(
                MIX,
                "if (values.length < 9) { throw new IllegalStateException(\"\\u001b[2J\" + \"x\".repeat(1_000_000)); } "
                        + MIX);
        String report = new Report(lab.room("vault"), Ink.PLAIN, true).of(new Outcome.Failed(run));

        assertTrue(report.length() < 5_000);
        assertFalse(report.contains("\u001b"));
    }
}
