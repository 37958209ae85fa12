package gradus.worker;

import gradus.kit.NoData;
import gradus.kit.NotAttempted;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.InputMismatchException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exceptions on the wire: a fixed list keeps its class, the rest is wrapped. */
final class Thrown {
    static final byte LOST = 0;
    static final byte CARRIED = 1;
    static final byte OF_A_ROOM = 2;
    static final byte MISSING = 3;
    static final byte OTHER = 4;

    static final int MAX_CAUSES = 4;
    private static final int MAX_FRAMES = 64;
    private static final int MAX_MESSAGE = 4_000;
    private static final String MORE = " … (%d characters)";

    private static final Map<String, Function<@Nullable String, Throwable>> KEPT = Map.ofEntries(
            Map.entry("java.lang.Exception", Exception::new),
            Map.entry("java.lang.RuntimeException", RuntimeException::new),
            Map.entry("java.lang.ArithmeticException", ArithmeticException::new),
            Map.entry("java.lang.ArrayIndexOutOfBoundsException", ArrayIndexOutOfBoundsException::new),
            Map.entry("java.lang.ArrayStoreException", ArrayStoreException::new),
            Map.entry("java.lang.ClassCastException", ClassCastException::new),
            Map.entry("java.lang.IllegalArgumentException", IllegalArgumentException::new),
            Map.entry("java.lang.IllegalStateException", IllegalStateException::new),
            Map.entry("java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new),
            Map.entry("java.lang.NegativeArraySizeException", NegativeArraySizeException::new),
            Map.entry("java.lang.NullPointerException", NullPointerException::new),
            Map.entry("java.lang.NumberFormatException", NumberFormatException::new),
            Map.entry("java.lang.StringIndexOutOfBoundsException", StringIndexOutOfBoundsException::new),
            Map.entry("java.lang.UnsupportedOperationException", UnsupportedOperationException::new),
            Map.entry("java.io.IOException", IOException::new),
            Map.entry("java.io.FileNotFoundException", FileNotFoundException::new),
            Map.entry("java.util.ConcurrentModificationException", ConcurrentModificationException::new),
            Map.entry("java.util.EmptyStackException", message -> new EmptyStackException()),
            Map.entry("java.util.InputMismatchException", InputMismatchException::new),
            Map.entry("java.util.NoSuchElementException", NoSuchElementException::new),
            Map.entry(NotAttempted.class.getName(), message -> new NotAttempted()),
            Map.entry(NoData.class.getName(), message -> new NoData(String.valueOf(message))),
            Map.entry(DoesNotCompile.class.getName(), message -> new DoesNotCompile(String.valueOf(message))));

    private Thrown() {}

    /** The exceptions of the JDK that keep their class. */
    static List<Class<?>> kept() {
        return KEPT.entrySet().stream()
                .filter(kept -> kept.getKey().startsWith("java."))
                .<Class<?>>map(kept -> kept.getValue().apply(null).getClass())
                .toList();
    }

    static Throwable rebuild(String type, @Nullable String message) {
        Function<@Nullable String, Throwable> kept = KEPT.get(type);
        return kept == null ? new LearnerException(type, message) : kept.apply(message);
    }

    /** Name of its class, or of the class that an anonymous one extends. */
    static String typeOf(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return (type.isAnonymousClass() ? type.getSuperclass() : type).getName();
    }

    /** The message, cut to a bearable length; a learner's own getMessage may throw. */
    static @Nullable String messageOf(Throwable thrown) {
        try {
            return cutMessage(thrown.getMessage());
        } catch (Throwable e) {
            return "(getMessage itself threw " + e.getClass().getName() + ")";
        }
    }

    static @Nullable String cutMessage(@Nullable String message) {
        return message == null || message.length() <= 2 * MAX_MESSAGE
                ? message
                : message.substring(0, MAX_MESSAGE) + String.format(Locale.ROOT, MORE, message.length());
    }

    /** Whether an exception is a cause of another, or that one itself. */
    static boolean isAmongCauses(Throwable thrown, Throwable other) {
        Throwable cause = other;
        while (cause != null && cause != thrown) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Writes the frames of the code that was called. */
    static void writeFrames(DataOutputStream out, Throwable thrown) throws IOException {
        Frames.write(out, thrown.getStackTrace(), MAX_FRAMES);
    }

    /** Puts the other side's frames before those of the caller here. */
    static void readFrames(ByteBuffer in, Throwable thrown) throws IOException {
        List<StackTraceElement> frames = Frames.read(in);
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (!Frames.isPlumbing(frame)) {
                frames.add(frame);
            }
        }
        thrown.setStackTrace(frames.toArray(new StackTraceElement[0]));
    }
}
