package gradus.grader.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.source.LearnerCompiler;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SandboxedCompilerTest {
    private static final String RIGHT = """
            package room;
            public final class Sum {
                /** Adds. */
                public static double of(double[] values) {
                    double sum = 0;
                    for (double value : values) {
                        sum += value;
                    }
                    return sum;
                }

                public static double mean(double[] values) {
                    return of(values) / values.length;
                }
            }
            """;
    private static final Set<String> NEEDED = Set.of("room.Sum");
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();

    private static final SandboxedCompiler SANDBOXED = new SandboxedCompiler();

    @AfterAll
    static void close() {
        SANDBOXED.close();
    }

    private static Salvage compile(LearnerCompiler compiler, String text) {
        return compiler.compile(List.of(new Source("room/Sum.java", text)), CLASS_PATH, Map.of(), NEEDED);
    }

    @Test
    @Tag("system")
    void saysWhatACompilerInThisProcessSays() {
        List<String> texts = List.of(
                RIGHT,
                RIGHT.replace("return of(values)", "return off(values)"),
                RIGHT.replace("double sum = 0;", "double sum = 0"),
                RIGHT.replace("}\n}", "}"),
                "",
                "\u0000\ud800");
        for (String text : texts) {
            Salvage here = compile(LearnerCompiler.HERE, text);
            Salvage there = compile(SANDBOXED, text);

            if (here instanceof Salvage.Saved saved) {
                Salvage.Saved other = assertInstanceOf(Salvage.Saved.class, there, text);
                assertEquals(saved.files().keySet(), other.files().keySet());
                saved.files()
                        .forEach((name, bytes) ->
                                assertArrayEquals(bytes, other.files().get(name)));
                assertEquals(saved.problems(), other.problems());
                assertEquals(saved.reasons(), other.reasons());
                assertEquals(saved.gone(), other.gone());
            } else {
                assertEquals(here, there);
            }
        }
    }

    @Test
    @Tag("system")
    void aProcessThatEndedIsReplaced() {
        assertInstanceOf(Salvage.Saved.class, compile(SANDBOXED, RIGHT));
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        assertTrue(!processes.isEmpty(), "it is a process of its own");
        processes.forEach(ProcessHandle::destroyForcibly);

        assertInstanceOf(Salvage.Saved.class, compile(SANDBOXED, RIGHT));
    }

    @Test
    @Tag("system")
    void aTextThatGrowsWithoutEndIsAnswered() {
        StringBuilder text = new StringBuilder("static final String A0 = \"0123456789\";\n");
        for (int i = 1; i < 40; i++) {
            text.append("static final String A" + i + " = A" + (i - 1) + " + A" + (i - 1) + ";\n");
        }

        Salvage salvage = compile(SANDBOXED, RIGHT.replace("/** Adds. */", text));

        List<?> problems = salvage instanceof Salvage.Lost lost
                ? lost.problems()
                : assertInstanceOf(Salvage.Saved.class, salvage).problems();
        assertTrue(!problems.isEmpty());
        assertInstanceOf(Salvage.Saved.class, compile(SANDBOXED, RIGHT));
    }

    @Test
    void answersThatNoCompilerGivesAreRefused() {
        byte[] answer = Frame.of(compile(LearnerCompiler.HERE, RIGHT));
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = answer.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                Frame.salvage(changed);
            } catch (IOException e) {
                // It is told as a compiler that failed.
            }
        }
        byte[] tooLong = ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array();
        assertThrows(IOException.class, () -> Frame.receive(new DataInputStream(new ByteArrayInputStream(tooLong))));
        byte[] cut = ByteBuffer.allocate(8).putInt(100).array();
        assertThrows(IOException.class, () -> Frame.receive(new DataInputStream(new ByteArrayInputStream(cut))));
    }
}
