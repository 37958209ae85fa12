package gradus.jupyter.guest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** Runs cells as IJava and JJava do: in JShell, in this JVM, keeping the value and not the text. */
final class PlainShell {
    private final Execution execution = new Execution();
    private final JShell jshell =
            JShell.builder().executionEngine(new Engine(execution), Map.of()).build();

    @Nullable
    Object run(String cell) {
        String rest = cell;
        Object value = null;
        while (!rest.isBlank()) {
            CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
            rest = info.remaining();
            List<SnippetEvent> events = jshell.eval(info.source());
            value = execution.value;
            if (events.get(0).status() != Status.VALID) {
                throw new IllegalArgumentException("does not compile: " + info.source());
            } else if (events.get(0).exception() != null) {
                throw new IllegalStateException(events.get(0).exception());
            }
        }
        return value;
    }

    void addToClassPath(String path) {
        jshell.addToClasspath(path);
    }

    private static final class Execution extends DirectExecutionControl {
        private @Nullable Object value;

        @Override
        protected String invoke(Method method) throws Exception {
            value = null;
            value = method.invoke(null);
            return "";
        }
    }

    private record Engine(ExecutionControl execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
