package gradus.worker;

import gradus.worker.Whereabouts.Question;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process in which the learner's classes run. It defines the classes it is sent and answers calls on them until it
 * is sent others, or the judge goes away; then it stops at once, whatever the learner's code is doing.
 */
public final class Worker {
    /** The argument of a worker that does not rehearse: where all processors are busy, that takes time from others. */
    public static final String AT_ONCE = "at-once";

    /** The argument of a worker that rehearses to the end, whatever it is sent meanwhile. */
    public static final String TO_THE_END = "to-the-end";

    /** Exit code of a worker whose wire found no memory left. */
    public static final int OUT_OF_MEMORY = 86;

    private static final byte[] READY = {17, 'r', 'e', 'a', 'd', 'y'};
    private static final byte CLASSES = 48;

    private final Pipe pipe;
    private volatile LearnerLoader loader;
    private LearnerPeer peer;

    private Worker(Pipe pipe, byte[] classes) throws WireException {
        this.pipe = pipe;
        loader = loaderOf(classes);
        peer = new LearnerPeer(loader, pipe);
    }

    public static void main(String[] arguments) throws Exception {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(console);
        System.setErr(console);

        BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
        Pipe pipe = new Pipe(() -> take(frames), out, told -> {});
        pipe.send(READY);
        List<String> orders = List.of(arguments);
        if (!orders.contains(AT_ONCE)) {
            Rehearsal.hold(() -> !orders.contains(TO_THE_END) && isAsked(in));
        }

        Worker worker = new Worker(pipe, firstFrame(in));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tellTheEnd(pipe), "end"));
        Threads threads = new Threads();
        Thread serving = Thread.currentThread();
        Thread reader = new Thread(
                () -> readUntilTheJudgeIsGone(in, frame -> {
                    if (!Whereabouts.isAsked(frame)) {
                        frames.add(frame);
                    } else if (Whereabouts.asked(frame) == Question.NOW) {
                        pipe.send(Whereabouts.now(serving));
                    } else {
                        pipe.send(Whereabouts.tell(Question.LEFT, threads.in(worker::isOfTheLearner)));
                    }
                }),
                "wire");
        reader.setDaemon(true);
        reader.start();
        worker.serve();
    }

    private void serve() throws IOException {
        Thread.currentThread().setContextClassLoader(loader);
        while (true) {
            byte[] frame = pipe.next();
            if (frame[0] == CLASSES) {
                loader = loaderOf(frame);
                peer = new LearnerPeer(loader, pipe);
                Thread.currentThread().setContextClassLoader(loader);
            } else {
                pipe.send(peer.serve(frame));
            }
        }
    }

    private boolean isOfTheLearner(String className) {
        return loader.hasRoomType(className);
    }

    /** Whether a frame is the first one of a worker that started. */
    public static boolean isReady(byte[] frame) {
        return java.util.Arrays.equals(frame, READY);
    }

    /** The frame that tells a worker its classes, in place of those that it held before. */
    public static byte[] classesFrame(Map<String, byte[]> classes) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(CLASSES);
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

    /** A loader of its own for each set of classes: nothing of the last one's is left. */
    private static LearnerLoader loaderOf(byte[] frame) throws WireException {
        return new LearnerLoader(readClasses(frame), Worker.class.getClassLoader());
    }

    private static Map<String, byte[]> readClasses(byte[] frame) throws WireException {
        ByteBuffer in = ByteBuffer.wrap(frame, 1, frame.length - 1);
        Map<String, byte[]> classes = new HashMap<>();
        for (int n = in.getInt(); n > 0; n--) {
            String name = Codec.readName(in);
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            classes.put(name, bytes);
        }
        return classes;
    }

    private static boolean isAsked(InputStream in) {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] firstFrame(DataInputStream in) {
        try {
            return Pipe.read(in);
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a frame of the judge. */
    private interface Receiver {
        void take(byte[] frame) throws IOException, InterruptedException;
    }

    private static void readUntilTheJudgeIsGone(DataInputStream in, Receiver receiver) {
        try {
            while (true) {
                receiver.take(Pipe.read(in));
            }
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void tellTheEnd(Pipe pipe) {
        try {
            pipe.send(Whereabouts.tell(Question.EXIT, Threads.exiting()));
        } catch (IOException e) {
            // The judge is gone, or the wire is: nobody would hear it.
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
