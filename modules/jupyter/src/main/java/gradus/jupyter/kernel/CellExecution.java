package gradus.jupyter.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this JVM, in threads that can be stopped, and keeps the object that came out. JShell itself would
 * keep its text alone.
 */
final class CellExecution extends LocalExecutionControl {
    private static final Method RUN = run();

    private static volatile @Nullable Call current;

    private @Nullable Object value;

    /** What the last snippet gave. */
    @Nullable
    Object value() {
        return value;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        Call call = new Call(snippet);
        current = call;
        value = null;
        super.invoke(RUN);
        value = call.value;
        return "";
    }

    private static Method run() {
        try {
            return Call.class.getMethod("run");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands between JShell and a snippet. */
    public static final class Call {
        private final Method snippet;
        private @Nullable Object value;

        Call(Method snippet) {
            this.snippet = snippet;
        }

        /** Runs the snippet. Its result stays here, for JShell would print all of it. */
        public static String run() throws Throwable {
            Call call = current;
            if (call == null) {
                throw new IllegalStateException("no snippet is to be run");
            }
            try {
                call.value = call.snippet.invoke(null);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
            return "";
        }
    }
}
