package gradus.grader;

import gradus.worker.LearnerException;
import gradus.worker.Peer;
import gradus.worker.Remote;
import gradus.worker.RemoteRecord;
import gradus.worker.WireException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the code under a check gave back, in the order of its calls: numbers as they are, and marks for everything else.
 * Two traces of the same check with the same seed can be compared, for what goes in depends on what came back before.
 */
final class Trace {
    /** Beyond that the rest is left out: the beginning tells codes apart. */
    private static final int MAX_TOKENS = 200_000;

    /** Sums in another order agree so far; wrong values hardly ever do. */
    private static final double TOLERANCE = 1e-6;

    private final List<Object> tokens = new ArrayList<>();

    /** Adds what a call returned, or what the code called back with. */
    void add(@Nullable Object value) {
        if (tokens.size() >= MAX_TOKENS) {
            return;
        }
        if (value instanceof Number number) {
            tokens.add(number.doubleValue());
        } else if (value == null || value instanceof String || value instanceof Boolean || value instanceof Character) {
            tokens.add(String.valueOf(value));
        } else if (value.getClass().isArray()) {
            tokens.add("array " + Array.getLength(value));
            for (int i = 0; i < Array.getLength(value) && tokens.size() < MAX_TOKENS; i++) {
                add(Array.get(value, i));
            }
        } else if (value instanceof Collection<?> collection) {
            tokens.add("collection " + collection.size());
            collection.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            tokens.add("map " + map.size());
            map.forEach((key, mapped) -> {
                add(key);
                add(mapped);
            });
        } else if (value instanceof Optional<?> optional) {
            add(optional.orElse(null));
        } else if (value instanceof RemoteRecord || value instanceof Record) {
            tokens.add(value.getClass().getSimpleName());
            addComponents(value);
        } else if (value instanceof Remote || !(value instanceof Enum<?>)) {
            tokens.add("object");
        } else {
            tokens.add(value.toString());
        }
    }

    /** How much it holds: numbers and marks. */
    int size() {
        return tokens.size();
    }

    private void addComponents(Object value) {
        try {
            add(Peer.components(value));
        } catch (WireException e) {
            tokens.add("unreadable");
        }
    }

    /** Adds that the code threw. */
    void addThrown(Throwable thrown) {
        tokens.add("throws "
                + (thrown instanceof LearnerException learner
                        ? learner.type()
                        : thrown.getClass().getName()));
    }

    /** Whether another trace is the same, but for rounding. An empty trace tells nothing. */
    boolean agreesWith(Trace other) {
        if (tokens.isEmpty() || tokens.size() != other.tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Object a = tokens.get(i);
            Object b = other.tokens.get(i);
            if (a instanceof Double x && b instanceof Double y ? !areClose(x, y) : !a.equals(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areClose(double a, double b) {
        return Double.compare(a, b) == 0
                || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
