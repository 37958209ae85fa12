package gradus.grader;

import gradus.catalogue.Mistake;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * What references with mistakes gave back to the checks of a room. All submissions of a class get the same inputs, so
 * it is the same for each of them. The latest are kept, as long as somebody keeps the room's classes.
 */
final class MistakeTraces {
    /** Numbers and marks of all traces of a room together: some 6 MB. */
    private static final int MOST = 200_000;

    private static final Map<RoomClasses, MistakeTraces> ROOMS = new WeakHashMap<>();

    /** What a trace depends on, besides the room's classes. */
    private record Key(long seed, Mistake mistake, String check) {}

    private final Map<Key, Trace> latest = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    private MistakeTraces() {}

    /** Those of the classes of a room, which are the same only if they were read at once. */
    static MistakeTraces of(RoomClasses classes) {
        synchronized (ROOMS) {
            return ROOMS.computeIfAbsent(classes, same -> new MistakeTraces());
        }
    }

    /**
     * Traces by the id of the check.
     *
     * @param seed what the inputs of the checks are drawn from
     * @param make runs the checks, unless each of them is known
     */
    Map<String, Trace> of(long seed, Mistake mistake, List<CheckInfo> checks, Supplier<Map<String, Trace>> make) {
        Map<String, Trace> known = known(seed, mistake, checks);
        if (known.size() == checks.size()) {
            return known;
        }
        Map<String, Trace> made = make.get();
        made.forEach((check, trace) -> keep(new Key(seed, mistake, check), trace));
        return made;
    }

    private synchronized Map<String, Trace> known(long seed, Mistake mistake, List<CheckInfo> checks) {
        Map<String, Trace> known = new HashMap<>();
        for (CheckInfo check : checks) {
            Trace trace = latest.get(new Key(seed, mistake, check.id()));
            if (trace != null) {
                known.put(check.id(), trace);
            }
        }
        return known;
    }

    private synchronized void keep(Key key, Trace trace) {
        Trace before = latest.put(key, trace);
        size += trace.size() - (before == null ? 0 : before.size());
        Iterator<Trace> eldest = latest.values().iterator();
        while (size > MOST) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }
}
