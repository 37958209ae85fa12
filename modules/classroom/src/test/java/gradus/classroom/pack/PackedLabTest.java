package gradus.classroom.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.FigureRun;
import gradus.grader.Ink;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Report;
import gradus.grader.Settings;
import gradus.grader.Status;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.worker.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts of a pack beside those of the lab. */
class PackedLabTest {
    private static final Checkout LAB = Checkout.open(Checkout.homeOf(Path.of("")));
    private static final List<String> ASSIGNED = List.of("svd-lowrank", "pca", "linear-regression", "shortest-paths");
    private static final String WHEN_GRADED =
            "This check compares with the reference solution: it runs when your work is graded.";

    @TempDir
    private static Path folder;

    private static Checkout pack = LAB;

    @BeforeAll
    static void unpack() throws IOException {
        List<Room> rooms = ASSIGNED.stream().map(id -> room(LAB, id)).toList();
        Packed packed = Pack.write(LAB, rooms, true, "Sheet 3", folder.resolve("sheet-3.zip"));
        pack = Checkout.open(Unpacked.in(Files.createDirectory(folder.resolve("there")), packed.file()));
    }

    private static Room room(Checkout checkout, String id) {
        return checkout.roadmap().room(id).orElseThrow();
    }

    private static List<Source> reference(String id) {
        return RoomClasses.read(room(LAB, id), room(LAB, id).sources());
    }

    private static List<Source> changed(String id, UnaryOperator<String> change) {
        return reference(id).stream()
                .map(source -> new Source(source.path(), change.apply(source.text())))
                .toList();
    }

    /** With the learner's own solutions of the rooms that are assigned too. */
    private static Outcome check(Checkout checkout, String id, List<Source> sources) {
        List<Source> solved = new ArrayList<>();
        for (Room required : LAB.roadmap().prerequisites(room(LAB, id))) {
            if (ASSIGNED.contains(required.id())) {
                solved.addAll(reference(required.id()));
            }
        }
        return check(checkout, id, new Submission(Path.of("Mine.java"), sources, solved));
    }

    private static Outcome check(Checkout checkout, String id, Submission submission) {
        return new Judge(checkout).check(room(checkout, id), submission, Settings.quick(7));
    }

    private static Map<String, String> verdicts(Outcome outcome) {
        Map<String, String> verdicts = new TreeMap<>();
        for (CheckResult check : outcome.run().checks()) {
            verdicts.put(check.id(), check.status() + ", " + check.points() + ": " + check.message());
        }
        return verdicts;
    }

    private static List<String> whenGraded(Outcome outcome) {
        return outcome.run().checks().stream()
                .filter(check -> check.status() == Status.WHEN_GRADED)
                .map(CheckResult::id)
                .toList();
    }

    private static Outcome assertSame(String id, List<Source> sources) {
        Outcome there = check(pack, id, sources);
        Map<String, String> expected = verdicts(check(LAB, id, sources));
        for (CheckResult check : there.run().checks()) {
            if (check.status() == Status.WHEN_GRADED) {
                assertEquals(WHEN_GRADED, check.message());
                expected.put(check.id(), "WHEN_GRADED, " + check.points() + ": " + WHEN_GRADED);
            }
        }
        assertEquals(expected, verdicts(there));
        assertEquals(List.of(), there.run().mistakes());
        return there;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "linear-regression", "shortest-paths"})
    void aRightFileIsRightInBoth(String id) {
        assertInstanceOf(Outcome.Passed.class, assertSame(id, reference(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "linear-regression", "shortest-paths"})
    void aWrongFileIsWrongInBoth(String id) {
        Mistake mistake = room(LAB, id).mistakes().get(0);
        List<Source> wrong = reference(id).stream()
                .map(source -> new Source(source.path(), mistake.in(source.fileName(), source.text())))
                .toList();
        assertInstanceOf(Outcome.Failed.class, assertSame(id, wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "linear-regression", "shortest-paths"})
    void aFileThatDoesNotCompileIsToldTheSameInBoth(String id) {
        List<Source> broken = changed(id, text -> text.replaceFirst("// begin solution: [^\n]*\n", "int broken = ;\n"));
        assertTrue(assertSame(id, broken).run().problems().size() > 0);
    }

    @Test
    void aCheckThatComparesWithTheReferenceNeitherFailsNorPassesNorCounts() {
        Outcome outcome = check(pack, "pca", reference("pca"));

        assertEquals(List.of("scoresAreUncorrelated"), whenGraded(outcome));
        assertEquals(
                check(LAB, "pca", reference("pca")).run().maxScore() - 1,
                outcome.run().maxScore());
        String report =
                new Report(room(pack, "pca"), Ink.PLAIN, false).of(outcome).replace('\n', ' ');
        assertTrue(report.contains("when graded    scores of different components are uncorrelated"), report);
        assertTrue(report.contains("One check needs the reference and does not count."), report);
    }

    @Test
    void theReferenceOfARoomThatIsNotAssignedCanBeComparedWith() {
        assertEquals(List.of(), whenGraded(check(pack, "shortest-paths", reference("shortest-paths"))));
    }

    @Test
    void aRoomThatStandsOnAnUnsolvedOneOfThePackSaysSo() {
        Outcome outcome = check(pack, "pca", new Submission(Path.of("Pca.java"), reference("pca")));

        String message = outcome.run().checks().stream()
                .filter(check -> check.status() == Status.NOT_ATTEMPTED)
                .map(CheckResult::message)
                .findFirst()
                .orElse("");
        assertTrue(
                message.matches("This room stands on Svd\\.java:\\d+, which is assigned too and not written yet\\."
                        + " Solve that room first\\."),
                message);
    }

    @Test
    void theFigureShowsTheLearnersSeriesAlone() {
        FigureRun figure = FigureRun.of(pack, room(pack, "pca")).orElseThrow();
        Submission mine = new Submission(Path.of("Pca.java"), reference("pca"), reference("svd-lowrank"));

        assertInstanceOf(FigureRun.Result.Drawn.class, figure.draw(mine, Map.of()));
        assertEquals(
                new FigureRun.Result.NotDrawn("The reference is not here, and so its picture cannot be drawn."),
                figure.drawReference(Map.of()));
    }

    @Test
    void aRoomOfTheInstructorsOwnIsPackedAsTheLabsAre() throws IOException {
        Path own = folder.resolve("my-rooms");
        Path there = Files.createDirectories(own.resolve("our-course/src/ourcourse/ourroom"));
        Files.writeString(own.resolve("roadmap.yaml"), """
                chapters: [{id: our-course, title: Our course, rooms: {our-room: Twice}}]
                """);
        Files.writeString(there.resolve("README.md"), """
                ---
                id: our-room
                title: Twice
                level: 1
                minutes: 5
                requires: [vector-ops]
                stages: [{title: Twice}]
                ---
                # Twice
                """);
        Files.writeString(there.resolve("Twice.java"), """
                package ourcourse.ourroom;

                public final class Twice {
                    public static double[] unit(double[] v) {
                        // begin solution: one of the lab's rooms knows how
                        return linearalgebra.vectorops.Vectors.unit(v);
                        // end solution
                    }
                }
                """);
        Files.writeString(there.resolve("TwiceTest.java"), """
                package ourcourse.ourroom;

                import static gradus.checks.NumericAssertions.assertClose;

                import gradus.checks.Graded;
                import org.junit.jupiter.api.DisplayName;

                class TwiceTest {
                    @Graded(stage = 1)
                    @DisplayName("unit has the length 1")
                    void isOfLengthOne() {
                        assertClose("unit(0, 2)", new double[] {0, 1}, Twice.unit(new double[] {0, 2}), 1e-12, "Divide.");
                    }
                }
                """);
        Checkout both = Checkout.open(LAB.home(), List.of(own), Device.CPU, news -> {});
        Room room = room(both, "our-room");
        List<Source> solution = RoomClasses.read(room, room.sources());
        Packed packed = Pack.write(both, List.of(room), false, "Sheet 8", folder.resolve("sheet-8.zip"));
        Checkout alone = Checkout.open(Unpacked.in(Files.createDirectory(folder.resolve("alone")), packed.file()));

        assertEquals(1, alone.roadmap().rooms().size());
        Submission mine = new Submission(Path.of("Twice.java"), solution);
        assertInstanceOf(Outcome.Passed.class, check(alone, "our-room", mine));
        assertTrue(RoomClasses.read(
                        room(alone, "our-room"), room(alone, "our-room").sources())
                .stream()
                .noneMatch(source -> source.text().contains("Vectors.unit")));
    }
}
