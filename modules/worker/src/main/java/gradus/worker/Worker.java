package gradus.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process in which the learner's classes run. It defines the classes it is sent and answers calls on them until the
 * judge goes away; then it stops at once, whatever the learner's code is doing.
 */
public final class Worker {
    private static final byte[] READY = {17, 'r', 'e', 'a', 'd', 'y'};

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(console);
        System.setErr(console);

        BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> readUntilTheJudgeIsGone(in, frames), "wire");
        reader.setDaemon(true);
        reader.start();
        Pipe pipe = new Pipe(() -> take(frames), out);
        pipe.send(READY);

        LearnerLoader loader = new LearnerLoader(readClasses(pipe.next()), Worker.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        LearnerPeer peer = new LearnerPeer(loader, pipe);
        while (true) {
            pipe.send(peer.serve(pipe.next()));
        }
    }

    /** Whether a frame is the first one of a worker that started. */
    public static boolean isReady(byte[] frame) {
        return java.util.Arrays.equals(frame, READY);
    }

    /** The frame that tells a new worker its classes. */
    public static byte[] classesFrame(Map<String, byte[]> classes) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> readClasses(byte[] frame) throws WireException {
        ByteBuffer in = ByteBuffer.wrap(frame);
        Map<String, byte[]> classes = new HashMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            String name = Codec.readName(in);
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            classes.put(name, bytes);
        }
        return classes;
    }

    private static void readUntilTheJudgeIsGone(DataInputStream in, BlockingQueue<byte[]> frames) {
        try {
            while (true) {
                frames.add(Pipe.read(in));
            }
        } catch (IOException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static byte[] take(BlockingQueue<byte[]> frames) {
        while (true) {
            try {
                return frames.take();
            } catch (InterruptedException e) {
                // Only the learner's code interrupts here; the judge ends this process by closing the pipe.
            }
        }
    }
}
