package gradus.jupyter.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab in kernels on the two libraries that kernels for Java are built on. */
public class GuestTest {
    private static final Checkout CHECKOUT = Checkout.open(Checkout.homeOf(Path.of("")));

    /** A kernel without Jupyter: what a cell gives, by media type. */
    interface Cells {
        Map<String, String> run(String cell);
    }

    enum Library {
        JJAVA {
            @Override
            Cells kernel() {
                JJava kernel = new JJava();
                ServiceLoader.load(Extension.class).forEach(extension -> extension.install(kernel));
                return cell -> forms(kernel.eval(cell));
            }
        },
        IJAVA {
            @Override
            Cells kernel() {
                IJavaLike kernel = new IJavaLike();
                IJava.install(kernel);
                return cell -> forms(kernel.eval(cell));
            }
        };

        abstract Cells kernel();

        private static Map<String, String> forms(@Nullable Object data) {
            Map<String, String> forms = new java.util.TreeMap<>();
            for (String type : List.of("text/plain", "text/html", "image/png")) {
                Object form = data instanceof DisplayData ours
                        ? ours.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.parse(type))
                        : data instanceof io.github.spencerpark.jupyter.kernel.display.DisplayData theirs
                                ? theirs.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.parse(type))
                                : null;
                if (form != null) {
                    forms.put(type, form.toString());
                }
            }
            return forms;
        }
    }

    @TempDir
    private Path workspace;

    @BeforeEach
    void nameTheLab() {
        System.setProperty("gradus.home", CHECKOUT.home().toString());
        System.setProperty("gradus.workspace", workspace.toString());
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("gradus.home");
        System.clearProperty("gradus.workspace");
    }

    private static Room room(String id) {
        return CHECKOUT.roadmap().room(id).orElseThrow();
    }

    private static List<String> cells(Room room, boolean solved) {
        List<String> cells = new ArrayList<>(List.of("import gradus.jupyter.Lab;"));
        for (Source source : RoomClasses.read(room, room.sources())) {
            String text = (solved ? source : Starter.of(source)).text();
            cells.add(text.replaceFirst("(?m)^package [\\w.]+;\\R", ""));
        }
        return cells;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a class of a cell is graded, for practice, and counts for nothing")
    void practice(Library library) {
        Room room = room("pca");
        Cells kernel = library.kernel();
        kernel.run("import gradus.jupyter.Lab;");
        kernel.run("Lab.start(\"pca\")");

        cells(room, false).forEach(kernel::run);
        String starter = plain(kernel.run("Lab.check(\"pca\", 1)"));
        assertTrue(starter.contains("Not attempted: 0 of "), starter);

        cells(room, true).forEach(kernel::run);
        String solved = plain(kernel.run("Lab.check(\"pca\", 1)"));
        assertTrue(solved.contains("Passed: "), solved);
        assertTrue(solved.contains("This run is for practice: it does not count as progress"), solved);
        assertFalse(new Workspace(workspace).progress().isSolved(room), "nothing of it is written down");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("sealed types, nested records and private members of a cell are graded too")
    void nested(Library library) {
        Cells kernel = library.kernel();
        kernel.run("import gradus.jupyter.Lab;");
        kernel.run("Lab.start(\"regression-losses\")");
        cells(room("regression-losses"), true).forEach(kernel::run);

        String report = plain(kernel.run("Lab.check(\"regression-losses\", 1)"));
        assertTrue(report.contains("Passed: 16 of 16 points."), report);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what is wrong is told as in a terminal, and an endless loop costs its check alone")
    void wrong(Library library) {
        Cells kernel = library.kernel();
        List<String> cells = cells(room("pca"), true);
        kernel.run(cells.get(0));
        kernel.run("Lab.start(\"pca\")");
        kernel.run(cells.get(1)
                .replace(
                        "public double[] explainedVarianceRatio() {",
                        "public double[] explainedVarianceRatio() {\n for (long i = 0; i >= 0; i = i) {}\n"));

        String report = plain(kernel.run("Lab.check(\"pca\", 1)"));
        assertTrue(report.contains("Timed out: "), report);
        assertTrue(report.contains("passed         4 checks (5 points)"), report);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("without a cell that declares the class, the lab says so")
    void absent(Library library) {
        Cells kernel = library.kernel();
        kernel.run("import gradus.jupyter.Lab;");

        String words = "";
        try {
            kernel.run("Lab.check(\"pca\")");
        } catch (RuntimeException e) {
            words = Stream.iterate((Throwable) e, thrown -> thrown != null, Throwable::getCause)
                    .map(thrown -> String.valueOf(thrown.getMessage()))
                    .reduce("", (one, other) -> one + "\n" + other);
        }
        assertTrue(
                words.contains("No cell that ran declares Pca, the class of the room pca. Run the cell with your Pca"
                        + " first."),
                words);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("figures, arrays and images are shown as what they are")
    void renderers(Library library) {
        Cells kernel = library.kernel();
        kernel.run("import gradus.jupyter.Lab;");

        assertEquals("double[2]\n  0    1\n1.5  2.0", plain(kernel.run("new double[] {1.5, 2}")));
        Map<String, String> figure = kernel.run("Lab.reference(\"pca\")");
        assertTrue(figure.containsKey("image/png"), figure.keySet().toString());
        assertTrue(String.valueOf(figure.get("text/html")).contains("<figcaption"));
        assertTrue(kernel.run("new java.awt.image.BufferedImage(4, 3, 1)").containsKey("image/png"));
        assertEquals("[1, 2]", plain(kernel.run("java.util.List.of(1, 2)")));
    }

    private static String plain(Map<String, String> forms) {
        return forms.getOrDefault("text/plain", "");
    }

    /** What JJava is to the lab. */
    public static final class JJava extends org.dflib.jjava.jupyter.kernel.BaseKernel {
        private final PlainShell shell = new PlainShell();

        JJava() {
            super(
                    "jjava",
                    "1",
                    new LanguageInfo.Builder("java").build(),
                    List.<HelpLink>of(),
                    null,
                    new JupyterIO(java.nio.charset.StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    null,
                    null,
                    true,
                    new StringStyler.Builder().build());
        }

        @Override
        public @Nullable Object evalRaw(String source) {
            return shell.run(source);
        }

        public void addToClasspath(String path) {
            shell.addToClassPath(path);
        }

        @Override
        public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
            return null;
        }

        @Override
        public @Nullable ReplacementOptions complete(String code, int at) {
            return null;
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }
    }

    /** What IJava is to the lab. */
    public static final class IJavaLike extends io.github.spencerpark.jupyter.kernel.BaseKernel {
        private final PlainShell shell = new PlainShell();

        public @Nullable Object evalRaw(String source) {
            return shell.run(source);
        }

        public void addToClasspath(String path) {
            shell.addToClassPath(path);
        }

        @Override
        public io.github.spencerpark.jupyter.kernel.display.@Nullable DisplayData eval(String source) {
            Object value = evalRaw(source);
            return value == null ? null : getRenderer().render(value);
        }

        @Override
        public io.github.spencerpark.jupyter.kernel.LanguageInfo getLanguageInfo() {
            return new io.github.spencerpark.jupyter.kernel.LanguageInfo.Builder("java").build();
        }
    }
}
