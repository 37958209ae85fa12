package gradus.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Lines of stack traces on the wire, the innermost first. */
final class Frames {
    private static final int MAX_NAME = 200;

    private Frames() {}

    /** Writes the frames of the code that was called: up to where the wire called it, and as many as are asked for. */
    static void write(DataOutputStream out, StackTraceElement[] stack, int most) throws IOException {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (isPlumbing(frame) || frames.size() == most) {
                break;
            }
            frames.add(frame);
        }
        out.writeShort(frames.size());
        for (StackTraceElement frame : frames) {
            out.writeUTF(cut(frame.getClassName()));
            out.writeUTF(cut(frame.getMethodName()));
            out.writeUTF(cut(String.valueOf(frame.getFileName())));
            out.writeInt(frame.getLineNumber());
        }
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    static List<StackTraceElement> read(ByteBuffer in) throws IOException {
        List<StackTraceElement> frames = new ArrayList<>();
        for (int n = in.getShort() & 0xffff; n > 0; n--) {
            frames.add(new StackTraceElement(Codec.readName(in), Codec.readName(in), Codec.readName(in), in.getInt()));
        }
        return frames;
    }

    /** Whether a frame belongs to the wire, not to the code on either side of it. */
    static boolean isPlumbing(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("gradus.worker.")
                || name.startsWith("gradus.grader.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("jdk.internal.reflect.")
                || name.startsWith("jdk.proxy")
                || name.startsWith("java.lang.invoke.");
    }
}
