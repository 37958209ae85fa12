package gradus.grader.standin;

import gradus.checks.Reference;
import gradus.worker.Peer;
import gradus.worker.RoomLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Loads checks together with the stand-ins that they call. Each loader has its own two sides: the learner's and the
 * reference's.
 */
public final class CheckLoader extends RoomLoader implements Reference.Switch {
    private final Map<String, byte[]> checks;
    private final Set<String> rooms;
    private final StandIns standIns;
    /** Each loader switches for itself. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Peer> switched = new ThreadLocal<>();

    private @Nullable Peer learner;
    private @Nullable Peer reference;

    /**
     * @param surface class files of the starter and of its prerequisites: what gets stand-ins
     * @param checks class files of checks and figure
     */
    public CheckLoader(Map<String, byte[]> surface, Map<String, byte[]> checks, ClassLoader parent) {
        super(parent);
        this.checks = checks;
        this.rooms = StandIns.named(surface);
        this.standIns = new StandIns(surface);
    }

    /** Sets where the learner's and the reference's code runs. */
    public void connect(Peer learner, Peer reference) {
        this.learner = learner;
        this.reference = reference;
    }

    Peer peer() {
        Peer peer = switched.get();
        peer = peer != null ? peer : learner;
        if (peer == null) {
            throw new IllegalStateException("the checks are not connected yet");
        }
        return peer;
    }

    @Override
    public <T> T onReference(Callable<T> work) throws Exception {
        Peer before = switched.get();
        switched.set(reference);
        try {
            return work.call();
        } finally {
            switched.set(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = hasRoomType(name) ? standIns.of(name) : checks.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected boolean hasRoomType(String name) {
        return rooms.contains(name);
    }

    @Override
    public @Nullable String wire(Class<?> type) {
        return type.getClassLoader() == this && hasRoomType(type.getName()) ? type.getName() : null;
    }
}
