package gradus.grader.compiler;

import gradus.grader.source.Problem;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes between the judge and the compiler's process: each frame is its length and its bytes. The other side is not
 * trusted: nothing is made of what it says but texts, numbers and bytes, and no length is believed beyond the frame.
 */
final class Frame {
    /** No honest answer comes near this. */
    private static final int MAX_BYTES = 64 << 20;

    /** What is to be compiled. */
    record Order(List<Source> sources, List<Path> classPath, Map<String, byte[]> known, Set<String> needed) {}

    private interface Writing<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    private Frame() {}

    static void send(DataOutputStream out, byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /** @throws IOException if the other side ended, or its frame is too long */
    static byte[] receive(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new IOException("a frame that ends after " + frame.length + " of " + length + " bytes");
        }
        return frame;
    }

    static byte[] of(Order order) {
        return written(
                (out, value) -> {
                    writeAll(out, value.sources(), (to, source) -> {
                        writeText(to, source.path());
                        writeText(to, source.text());
                    });
                    writeAll(out, value.classPath(), (to, path) -> writeText(to, path.toString()));
                    writeMap(out, value.known(), Frame::writeBytes);
                    writeAll(out, value.needed(), Frame::writeText);
                },
                order);
    }

    static Order order(byte[] frame) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
        return new Order(
                readAll(in, from -> new Source(readText(from), readText(from))),
                readAll(in, from -> Path.of(readText(from))),
                readMap(in, Frame::readBytes),
                new LinkedHashSet<>(readAll(in, Frame::readText)));
    }

    static byte[] of(Salvage salvage) {
        return written(
                (out, value) -> {
                    if (value instanceof Salvage.Saved saved) {
                        out.writeBoolean(true);
                        writeMap(out, saved.files(), Frame::writeBytes);
                        writeAll(out, saved.problems(), Frame::writeProblem);
                        writeMap(out, saved.reasons(), Frame::writeProblem);
                        writeMap(out, saved.gone(), Frame::writeProblem);
                    } else if (value instanceof Salvage.Lost lost) {
                        out.writeBoolean(false);
                        writeText(out, lost.why());
                        writeAll(out, lost.problems(), Frame::writeProblem);
                    }
                },
                salvage);
    }

    static Salvage salvage(byte[] frame) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
        if (in.readBoolean()) {
            return new Salvage.Saved(
                    readMap(in, Frame::readBytes),
                    readAll(in, Frame::readProblem),
                    readMap(in, Frame::readProblem),
                    readMap(in, Frame::readProblem));
        }
        String why = readText(in);
        List<Problem> problems = readAll(in, Frame::readProblem);
        if (problems.isEmpty()) {
            throw new IOException("files that do not compile, without a reason");
        }
        return new Salvage.Lost(why, problems);
    }

    private static <T> byte[] written(Writing<T> writing, T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.write(new DataOutputStream(bytes), value);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written", e);
        }
    }

    private static void writeProblem(DataOutputStream out, Problem problem) throws IOException {
        writeText(out, problem.file());
        out.writeInt(problem.line());
        out.writeInt(problem.column());
        writeText(out, problem.excerpt());
        writeText(out, problem.message());
        writeText(out, problem.part());
    }

    private static Problem readProblem(DataInputStream in) throws IOException {
        return new Problem(readText(in), in.readInt(), in.readInt(), readText(in), readText(in), readText(in));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a part of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static <T> void writeAll(DataOutputStream out, Iterable<T> values, Writing<T> writing) throws IOException {
        List<T> all = new ArrayList<>();
        values.forEach(all::add);
        out.writeInt(all.size());
        for (T value : all) {
            writing.write(out, value);
        }
    }

    private static <T> List<T> readAll(DataInputStream in, Reading<T> reading) throws IOException {
        int count = in.readInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(reading.read(in));
        }
        return all;
    }

    private static <T> void writeMap(DataOutputStream out, Map<String, T> values, Writing<T> writing)
            throws IOException {
        writeAll(out, values.entrySet(), (to, entry) -> {
            writeText(to, entry.getKey());
            writing.write(to, entry.getValue());
        });
    }

    private static <T> Map<String, T> readMap(DataInputStream in, Reading<T> reading) throws IOException {
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : readAll(in, from -> Map.entry(readText(from), reading.read(from)))) {
            values.put(entry.getKey(), entry.getValue());
        }
        return values;
    }
}
