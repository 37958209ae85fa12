package gradus.grader.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The JDK's compiler, in this process and in memory. No annotation processor runs. */
public final class Compiler {
    private Compiler() {}

    /** Whether this Java can compile: a JRE cannot. */
    public static boolean isPresent() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * Compiles sources against jars and class files in memory.
     *
     * @param sources files to compile together
     * @param classPath jars and folders
     * @param known class files by binary name that the sources may use
     */
    public static Compilation compile(Collection<Source> sources, List<Path> classPath, Map<String, byte[]> known) {
        return DeepStack.call(() -> {
            try (Javac javac = new Javac(classPath, known)) {
                Attempt attempt = javac.attempt(sources);
                return attempt.faults().isEmpty()
                        ? new Compilation.Compiled(attempt.files())
                        : new Compilation.Broken(
                                attempt.faults().stream().map(Fault::problem).toList());
            }
        });
    }

    static JavaCompiler javac() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "this Java has no compiler: install a JDK, not a JRE, of version 17 or newer");
        }
        return compiler;
    }
}
