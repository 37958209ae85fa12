package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gradus.grader.source.Source;
import gradus.grader.worker.Spare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures one after another, as a slider asks for them. */
class FigureRunTest {
    private static final String MEAN = "return sum / values.length;";
    private static final String CONSTRUCTOR = "private Mean() {}";

    @TempDir
    private Path folder;

    private final Spare spare = new Spare();
    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    @AfterEach
    void close() {
        spare.close();
    }

    private FigureRun figure() {
        return FigureRun.of(lab.checkout(), lab.room("mean")).orElseThrow().with(spare);
    }

    /** The reference with a field of its class besides, and other code at its end. */
    private Submission code(String field, String end) {
        Submission ended = lab.reference("mean", MEAN, end);
        return new Submission(
                ended.file(),
                ended.sources().stream()
                        .map(source ->
                                new Source(source.path(), source.text().replace(CONSTRUCTOR, field + CONSTRUCTOR)))
                        .toList());
    }

    private static String description(FigureRun.Result result) {
        return assertInstanceOf(FigureRun.Result.Drawn.class, result, result::toString)
                .drawing()
                .description();
    }

    private static Set<Long> workers() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("a worker draws again, and finds nothing of what the code left in its fields")
    void fields() {
        lab.edit("mean", "README.md", "limits: {seconds: 3, heap: 64}", "limits: {seconds: 60, heap: 64}");
        FigureRun figure = figure();
        Submission counting = code("private static int calls;", "return 10 * ++calls;");

        String first = description(figure.draw(counting, Map.of()));
        Set<Long> before = workers();
        assertEquals("The values 1, 2 and 6.0 lie on a line; their mean is at 10.0.", first);
        for (int i = 0; i < 20; i++) {
            assertEquals(first, description(figure.with(spare).draw(counting, Map.of())));
        }

        assertEquals(before, workers(), "processes");
    }

    @Test
    @DisplayName("what code leaves in its process, which a class run would refuse, the next picture does not find")
    void properties() {
        FigureRun figure = figure();
        Submission leaving = code(
                "",
                "int calls = Integer.getInteger(\"calls\", 0) + 1; System.setProperty(\"calls\", \"\" + calls);"
                        + " return 10 * calls;");

        String first = description(figure.draw(leaving, Map.of()));
        String second = description(figure.with(spare).draw(leaving, Map.of()));

        assertEquals("The values 1, 2 and 6.0 lie on a line; their mean is at 10.0.", first);
        assertEquals(first, second);
    }

    @Test
    @DisplayName("limits count for each picture alone")
    void limits() {
        lab.edit("mean", "README.md", "limits: {seconds: 3, heap: 64}", "limits: {cpu: 3, output: 1}");
        FigureRun figure = figure();
        Submission busy = code(
                "",
                "System.out.println(\"x\".repeat(400_000));"
                        + " long end = System.nanoTime() + 600_000_000L; while (System.nanoTime() < end) { }" + MEAN);

        for (int picture = 0; picture < 8; picture++) {
            assertEquals(
                    "The values 1, 2 and 6.0 lie on a line; their mean is at 3.0.",
                    description(figure.with(spare).draw(busy, Map.of())));
        }
    }

    @Test
    @DisplayName("after a picture that failed the next one is drawn, of the code as it is then")
    void mended() {
        FigureRun figure = figure();
        FigureRun.Result failed = figure.draw(code("", "while (sum > 0) { } " + MEAN), Map.of());
        FigureRun.Result broken = figure.with(spare).draw(code("", "return summ;"), Map.of());
        String mended = description(figure.with(spare).draw(code("", MEAN), Map.of("last", "9")));

        assertInstanceOf(FigureRun.Result.NotDrawn.class, failed);
        assertEquals(
                "Your file does not compile yet:",
                assertInstanceOf(FigureRun.Result.NotDrawn.class, broken)
                        .reason()
                        .lines()
                        .findFirst()
                        .orElse(""));
        assertEquals("The values 1, 2 and 9.0 lie on a line; their mean is at 4.0.", mended);
    }

    @Test
    @DisplayName("of several who draw at once each gets a picture of their own values")
    void together() throws Exception {
        FigureRun figure = figure();
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> drawn = new ArrayList<>();
            for (int last = 0; last < 24; last += 3) {
                Map<String, String> chosen = Map.of("last", String.valueOf(last));
                drawn.add(tabs.submit(
                        () -> description(figure.with(spare).draw(lab.reference("mean", "", ""), chosen))));
            }
            for (int i = 0; i < drawn.size(); i++) {
                assertEquals(
                        "The values 1, 2 and " + 3.0 * i + " lie on a line; their mean is at " + (1.0 + i) + ".",
                        drawn.get(i).get());
            }
        } finally {
            tabs.shutdownNow();
        }
    }
}
