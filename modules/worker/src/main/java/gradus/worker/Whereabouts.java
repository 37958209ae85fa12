package gradus.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the learner's code is, asked for and told on the wire while calls are under way.
 *
 * @param question what was asked, or what made the worker tell
 * @param stacks stack traces, the innermost frame first
 */
public record Whereabouts(Question question, List<List<StackTraceElement>> stacks) {
    /** What can be asked. */
    public enum Question {
        /** Several stacks of the thread that serves calls, a little apart. */
        NOW,
        /** The stacks of the learner's other threads. */
        LEFT,
        /** Not asked: the stack of the thread that ends the process. */
        EXIT
    }

    private static final byte ASK = 32;
    private static final byte TOLD = 33;
    private static final int SAMPLES = 8;
    private static final int MILLISECONDS_APART = 10;
    private static final int MAX_STACKS = 16;
    private static final int MAX_FRAMES = 256;

    /** The frame that asks a worker. */
    public static byte[] ask(Question question) {
        return new byte[] {ASK, (byte) question.ordinal()};
    }

    static boolean isAsked(byte[] frame) {
        return frame.length == 2 && frame[0] == ASK && frame[1] <= Question.LEFT.ordinal() && frame[1] >= 0;
    }

    static Question asked(byte[] frame) {
        return Question.values()[frame[1]];
    }

    static boolean isTold(byte[] frame) {
        return frame[0] == TOLD;
    }

    /** Several stacks of one thread. */
    static byte[] now(Thread thread) throws IOException, InterruptedException {
        List<StackTraceElement[]> stacks = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            stacks.add(thread.getStackTrace());
            Thread.sleep(MILLISECONDS_APART);
        }
        return tell(Question.NOW, stacks);
    }

    /** A frame that tells stacks. */
    static byte[] tell(Question question, List<StackTraceElement[]> stacks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(TOLD);
        out.writeByte(question.ordinal());
        out.writeByte(Math.min(stacks.size(), MAX_STACKS));
        for (StackTraceElement[] stack : stacks.subList(0, Math.min(stacks.size(), MAX_STACKS))) {
            Frames.write(out, stack, MAX_FRAMES);
        }
        return bytes.toByteArray();
    }

    /** Reads what a worker told. */
    static Whereabouts read(byte[] frame) throws WireException {
        ByteBuffer in = ByteBuffer.wrap(frame, 1, frame.length - 1);
        try {
            int question = in.get();
            int n = in.get();
            if (question < 0 || question >= Question.values().length || n < 0 || n > MAX_STACKS) {
                throw new WireException("stacks that cannot be read");
            }
            List<List<StackTraceElement>> stacks = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                stacks.add(Frames.read(in));
            }
            return new Whereabouts(Question.values()[question], stacks);
        } catch (BufferUnderflowException e) {
            throw new WireException("stacks that are cut off");
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new WireException("stacks that cannot be read");
        }
    }
}
