package gradus.jupyter.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain cells, and the words for what is wrong with them. */
class CellsTest {
    @TempDir
    private Path workspace;

    private String last(String... cells) {
        Sitting sitting = new Sitting(workspace);
        String shown = "";
        for (String cell : cells) {
            shown = sitting.run(cell);
        }
        return shown;
    }

    @Test
    @DisplayName("a cell shows what its last expression gives, with or without a semicolon")
    void values() {
        assertEquals("42", last("int half = 21;\nhalf * 2"));
        assertEquals("[1, 2]", last("List.of(1, 2);"));
        assertEquals("", last("int x = 3;"));
    }

    @Test
    @DisplayName("a local class that refers to one further down in its cell is fine")
    void orderOfDeclarations() {
        assertEquals(
                "Circle[radius=2.0]",
                last("sealed interface Shape permits Circle {}\n\nrecord Circle(double radius) implements Shape {}\n"
                        + "new Circle(2)"));
    }

    @Test
    @DisplayName("what does not compile is told with cell, line and place")
    void doesNotCompile() {
        assertEquals("""
                In [1], line 3: cannot find symbol
                    int z = foo + 1;
                            ^
                  symbol:   variable foo""", last("int y = 3;\n\nint z = foo + 1;"));
        assertEquals("""
                In [1], line 2: cannot find variable Matrx
                        double[][] m() { return Matrx.identity(2); }
                                                ^""", last("class Q {\n    double[][] m() { return Matrx.identity(2); }\n}"));
        assertTrue(last("for (int i = 0; i < 3; i++) {")
                .endsWith("Look for a brace, a bracket or a quote that is not closed."));
    }

    @Test
    @DisplayName("an exception is told with the cells and lines that it went through")
    void exceptions() {
        assertEquals(
                """
                ArithmeticException: / by zero
                  at In [1], line 4 in share:  return 2 / (whole - part);
                  at In [2], line 3:  new Cake(3, 3).share()""",
                last(
                        "/** Cut. */\nrecord Cake(int whole, int part) {\n    int share() {\n"
                                + "        return 2 / (whole - part);\n    }\n}",
                        "// on the plate\n\nnew Cake(3, 3).share()"));
        assertEquals(
                "StackOverflowError\n  at In [1], line 1 in f:  int f(int i) { return f(i + 1); }",
                last("int f(int i) { return f(i + 1); }\nf(0)"));
    }

    @Test
    @DisplayName("a busy loop and a sleep can be interrupted, and the kernel goes on")
    void interrupts() {
        Sitting sitting = new Sitting(workspace);
        sitting.run("int kept = 5;");
        for (String endless : new String[] {"while (true) {}", "Thread.sleep(1_000_000);"}) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                    .execute(() -> sitting.kernel().interrupt());

            assertTrue(sitting.run(endless).endsWith("was interrupted. The kernel goes on."), endless);
        }
        assertEquals("5", sitting.run("kept"));
    }

    @Test
    @DisplayName("names are completed, and signatures shown")
    void completion() {
        Sitting sitting = new Sitting(workspace);
        String cell = "int x = 3;\nLab.ch";

        var options = sitting.kernel().complete(cell, cell.length());
        assertEquals(List.of("check(", "checkFully("), options.getReplacements());
        assertEquals(cell.length() - 2, options.getSourceStart());
        var shown = Objects.requireNonNull(sitting.kernel().inspect("Math.max(", 9, false));
        assertTrue(String.valueOf(shown.getData(MIMEType.TEXT_PLAIN)).startsWith("int Math.max(int a, int b)\n"));
    }

    @Test
    @DisplayName("a cell is complete or goes on in the next line")
    void completeness() {
        Sitting sitting = new Sitting(workspace);

        assertEquals("complete", sitting.kernel().isComplete("int x = 3;"));
        assertEquals("    ", sitting.kernel().isComplete("for (int i = 0; i < 3; i++) {"));
    }

    @Test
    @DisplayName("a magic that does not exist, or lacks its arguments, says what there is")
    void magics() {
        assertEquals(
                "There is no magic '%matplotlib'. There are %maven group:artifact:version and %jars FILE.",
                last("%matplotlib inline"));
        assertEquals("%maven needs the coordinates of a library: %maven org.ejml:ejml-ddense:0.44.0", last("%maven"));
        assertEquals("%maven must read group:artifact:version, but was 'ejml'.", last("%maven ejml"));
        assertTrue(last("%jars nowhere/*.jar").startsWith("%jars: the folder "), "a folder that is not there");
    }

    @Test
    @DisplayName("a jar of one's own can be used")
    void jars() {
        String jar = Path.of(org.dflib.jjava.jupyter.Extension.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();

        assertEquals("7", last("%jars " + jar + "\n\n3 + 4"));
    }
}
