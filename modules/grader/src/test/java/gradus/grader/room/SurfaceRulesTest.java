package gradus.grader.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.catalogue.Limits;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.worker.Equipment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may not cross is refused in words that say what to do instead. */
class SurfaceRulesTest {
    private static List<String> problems(String body) {
        Source source = new Source("room/A.java", "package room; import java.util.*; public class A {" + body + "}");
        Compilation compilation = Compiler.compile(
                List.of(source), Equipment.plain(Limits.DEFAULT).classPath(), Map.of());
        Map<String, byte[]> files = ((Compilation.Compiled) compilation).files();
        return SurfaceRules.problems(files, files);
    }

    @Test
    void everythingThatCrossesIsAllowed() {
        assertEquals(
                List.of(),
                problems("public enum E { ONE { int f() { return 1; } }; abstract int f(); }"
                        + " public record R<T extends Comparable<T>>(T value, List<Map<String, double[][]>> all) {}"
                        + " public sealed interface S permits P {} public record P(Optional<E> e) implements S {}"
                        + " public static class X extends IllegalArgumentException {"
                        + " public X(int line, NumberFormatException e) { super(\"x\", e); } Throwable y() { return this; } }"
                        + " public static sealed abstract class B permits C { abstract int f(); }"
                        + " public static final class C extends B { int f() { return 1; } }"
                        + " static final double EPSILON = 1e-9; private static final int[] TABLE = {1};"
                        + " public <T> Iterator<T> f(java.util.function.Function<? super T, R<Integer>> f) { return null; }"
                        + " public gradus.kit.Svd svd(int... n) throws java.io.IOException { return null; }"));
    }

    @Test
    void foreignTypes() {
        assertEquals(
                List.of(
                        "A.all uses java.util.stream.Stream, which cannot cross between judge and worker. Take or return a"
                                + " List."),
                problems("public java.util.stream.Stream<String> all() { return null; }"));
        assertEquals(
                List.of(
                        "A.read uses java.io.Reader, which cannot cross between judge and worker. Take or return a String"
                                + " or a List of lines."),
                problems("public void read(java.io.Reader reader) {}"));
        assertEquals(
                List.of("A.R.date is java.time.LocalDate, which cannot cross between judge and worker. Use primitives,"
                        + " strings, arrays, List, Set, Map, Optional, records, enums, or types of the room."),
                problems("public record R(List<java.time.LocalDate> date) {}").stream()
                        .filter(words -> words.startsWith("A.R.date is"))
                        .toList());
    }

    @Test
    void fieldsInSight() {
        assertEquals(
                List.of(
                        "A.weights is a field that others can see. Make it private and give it a method; only compile-time"
                                + " constants stay in sight."),
                problems("double[] weights;"));
        assertEquals(
                List.of(
                        "A.TABLE is a field that others can see. Make it private and give it a method; only compile-time"
                                + " constants stay in sight."),
                problems("public static final double[] TABLE = {1};"));
    }

    @Test
    void staticVariables() {
        assertEquals(
                List.of("A.count is a static variable, which one check would leave changed for the next. Make it an"
                        + " instance field or a constant."),
                problems("private static int count;"));
    }

    @Test
    void classesThatCannotHaveAStandIn() {
        assertEquals(
                List.of("A.B is an abstract class, which a check could not extend. Make it an interface, or seal it."),
                problems("public static abstract class B { abstract int f(); }"));
        assertEquals(
                List.of(
                        "A.V extends java.util.ArrayList, which has no stand-in. Extend nothing, a class of the room, or an"
                                + " exception that has a constructor with a message."),
                problems("public static class V extends ArrayList<String> {}"));
    }

    @Test
    void equalsOfARecord() {
        assertEquals(
                List.of(
                        "A.R.hashCode is written out, but a record's equals, hashCode and toString run in the judge. Leave"
                                + " them to the record."),
                problems("public record R(int a) { @Override public int hashCode() { return 1; } }"));
    }

    @Test
    void privateThingsMayBeAnything() {
        assertEquals(
                List.of(),
                problems("private java.util.stream.Stream<String> stream() { return null; }"
                        + " private static class Hidden { java.io.File file; }"));
    }
}
