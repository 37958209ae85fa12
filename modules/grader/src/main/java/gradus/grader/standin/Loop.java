package gradus.grader.standin;

import gradus.worker.Channel;
import gradus.worker.LearnerLoader;
import gradus.worker.LearnerPeer;
import gradus.worker.Peer;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Both ends of a wire in this JVM: how checks reach the reference. */
public final class Loop {
    private Loop() {}

    /**
     * Connects checks with classes in a loader of their own.
     *
     * @param classes class files by binary name
     * @param libraries loader of what the classes may use
     * @param witness sees what comes back
     */
    public static JudgePeer to(
            Map<String, byte[]> classes, ClassLoader libraries, CheckLoader checks, Witness witness) {
        LearnerLoader loader = new LearnerLoader(classes, libraries);
        Here there = new Here(loader);
        Here here = new Here(checks);
        JudgePeer judge = new JudgePeer(checks, there, witness);
        there.target = new LearnerPeer(loader, here);
        here.target = judge;
        return judge;
    }

    /** As {@link #to(Map, ClassLoader, CheckLoader, Witness)}, unwatched. */
    public static JudgePeer to(Map<String, byte[]> classes, ClassLoader libraries, CheckLoader checks) {
        return to(classes, libraries, checks, Witness.NONE);
    }

    /** One end; libraries look for their parts through the loader of the thread. */
    private static final class Here implements Channel {
        private final ClassLoader loader;
        private @Nullable Peer target;

        Here(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) {
            if (target == null) {
                throw new IllegalStateException("not connected");
            }
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                return target.serve(request);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
