package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.datasets.DataFolder;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room with PyTorch in the sandbox. */
@Tag("system")
class SandboxedDjlTest {
    @TempDir
    private Path empty;

    private final Checkout checkout = Checkout.open(Checkout.homeOf(Path.of("")));
    private @Nullable String before;

    @BeforeEach
    void keepData() {
        before = System.getProperty("gradus.data");
    }

    @AfterEach
    void restoreData() {
        if (before == null) {
            System.clearProperty("gradus.data");
        } else {
            System.setProperty("gradus.data", before);
        }
    }

    private Outcome check(String replace, String with) {
        Room room = checkout.roadmap().room("cnn-mnist").orElseThrow();
        List<Source> sources = RoomClasses.read(room, room.sources()).stream()
                .map(source -> new Source(source.path(), source.text().replace(replace, with)))
                .toList();
        return new Judge(checkout)
                .check(
                        room,
                        new Submission(room.folder(), sources),
                        Settings.quick(1).confined(Confinement.SANDBOXED));
    }

    private static void assertPassed(Outcome outcome) {
        assertInstanceOf(
                Outcome.Passed.class, outcome, () -> outcome.run().checks().toString());
        assertEquals(20, outcome.run().score());
        assertEquals("", outcome.run().printed());
    }

    @Test
    void trainsOnTheDataOfThisMachine() {
        assertPassed(check("", ""));
    }

    @Test
    void trainsWhereThereAreNoData() {
        System.setProperty("gradus.data", empty.toString());

        assertFalse(Files.exists(
                DataFolder.of(System.getProperties(), System.getenv()).path().resolve("mnist")));
        assertPassed(check("", ""));
    }

    @Test
    void memoryOfPyTorchIsLimited() {
        Outcome outcome = check(
                "return manager.create(buffer.rewind()",
                "manager.zeros(new Shape(1L << 29)); return manager.create(buffer.rewind()");

        assertInstanceOf(Outcome.OutOfMemory.class, outcome);
        assertTrue(
                outcome.run().checks().stream()
                        .anyMatch(
                                check -> check.message().startsWith("PyTorch could not get the memory that your code")),
                () -> outcome.run().checks().toString());
    }
}
