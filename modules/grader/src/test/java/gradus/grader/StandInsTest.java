package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small rooms whose checks must come out the same without a wire, over one in this JVM, and in a worker. */
class StandInsTest {
    @TempDir
    static Path folder;

    private static Checkout lab;

    @BeforeAll
    static void openLab() {
        lab = FixtureLab.copyTo(folder).checkout();
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "steps", "layers", "tables"})
    void checksAgreeWhereverTheCodeRuns(String id) {
        Room room = lab.roadmap().room(id).orElseThrow();
        RoomClasses classes = RoomClasses.of(lab, room);
        List<CheckInfo> checks = CheckInfo.in(classes.visible());
        Submission reference = new Submission(room.folder(), RoomClasses.read(room, room.sources()));

        Outcome outcome = new Judge(lab).check(room, reference, Settings.quick(1));

        assertFalse(checks.isEmpty());
        assertAll(
                () -> assertEquals(List.of(), failures(Trial.plainly(classes, checks, classes.reference(), 1))),
                () -> assertEquals(List.of(), failures(Trial.inPlace(classes, checks, classes.reference(), 1))),
                () -> assertEquals(List.of(), failures(outcome.run().checks())),
                () -> assertInstanceOf(Outcome.Passed.class, outcome));
    }

    private static List<String> failures(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.status() != Status.PASSED)
                .map(result -> result.id() + " " + result.status() + ": " + result.message())
                .toList();
    }
}
