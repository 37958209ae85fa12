package gradus.grader.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles a learner's files as far as they go. */
@FunctionalInterface
public interface LearnerCompiler {
    /** In this JVM: for one's own code. */
    LearnerCompiler HERE = Isolation::compile;

    /**
     * Compiles sources against jars and class files in memory, without the parts that do not compile.
     *
     * @param classPath jars and folders; the worker is among them
     * @param known class files by binary name that the sources may use
     * @param needed binary names of classes that cannot be left out
     */
    Salvage compile(Collection<Source> sources, List<Path> classPath, Map<String, byte[]> known, Set<String> needed);
}
