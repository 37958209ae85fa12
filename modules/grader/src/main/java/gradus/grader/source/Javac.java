package gradus.grader.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import gradus.grader.advice.Advice;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Compiles sources against the same jars and class files as often as one likes. */
final class Javac implements AutoCloseable {
    /** The Java version of rooms and learners' files, whatever JDK runs the lab. */
    private static final int RELEASE = 17;

    private static final List<String> OPTIONS = options();

    /** Errors after which braces cannot be counted. */
    private static final Set<String> UNCLOSED = Set.of(
            "compiler.err.unclosed.str.lit",
            "compiler.err.unclosed.char.lit",
            "compiler.err.unclosed.text.block",
            "compiler.err.unclosed.comment");

    private static final Source UNKNOWN = new Source("javac", "");

    private final Memory memory;

    /**
     * A JDK of that very version needs no list of what was there then; reading it takes a third of a small file's time.
     */
    private static List<String> options() {
        String release = Integer.toString(RELEASE);
        List<String> options = new ArrayList<>(
                Runtime.version().feature() == RELEASE
                        ? List.of("-source", release, "-target", release)
                        : List.of("--release", release));
        options.addAll(List.of("-g", "-parameters", "-proc:none", "-implicit:none", "-Xlint:none"));
        return List.copyOf(options);
    }

    Javac(List<Path> classPath, Map<String, byte[]> known) {
        StandardJavaFileManager standard =
                Compiler.javac().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        memory = new Memory(standard, known);
        try {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Attempt attempt(Collection<Source> sources) {
        List<Fault> deep = sources.stream()
                .map(source -> Braces.of(source).tooDeep())
                .flatMap(Optional::stream)
                .toList();
        return deep.isEmpty() ? new Run(sources).attempt() : Attempt.notJava(deep);
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One task of the compiler. */
    private final class Run {
        private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        private final StringWriter ownTrouble = new StringWriter();
        private final List<CompilationUnitTree> units = new ArrayList<>();
        private final JavacTask task;
        private final Map<URI, Source> byUri = new LinkedHashMap<>();
        private Source last = UNKNOWN;

        Run(Collection<Source> sources) {
            List<SourceFile> files = sources.stream().map(SourceFile::new).toList();
            files.forEach(file -> byUri.put(file.toUri(), file.source()));
            task = (JavacTask) Compiler.javac().getTask(ownTrouble, memory, diagnostics, OPTIONS, null, files);
            task.addTaskListener(new TaskListener() {
                @Override
                public void started(TaskEvent event) {
                    last = source(event.getSourceFile());
                }
            });
        }

        Attempt attempt() {
            try {
                task.parse().forEach(units::add);
                if (!errors().isEmpty()) {
                    return Attempt.notJava(syntaxFaults());
                }
                List<Fault> deep = units.stream()
                        .flatMap(unit -> Depth.exceeded(unit).stream().map(tree -> deep(unit, tree)))
                        .toList();
                if (!deep.isEmpty()) {
                    return Attempt.notJava(deep);
                }
                List<Fault> tooLong = units.stream()
                        .flatMap(unit -> LongText.exceeded(unit).stream().map(tree -> tooLong(unit, tree)))
                        .toList();
                if (!tooLong.isEmpty()) {
                    return Attempt.notJava(tooLong);
                }
                task.analyze();
                if (errors().isEmpty()) {
                    task.generate();
                }
            } catch (StackOverflowError | OutOfMemoryError | IllegalStateException e) {
                return Attempt.notJava(List.of(failure()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, byte[]> files = memory.take();
            List<Fault> faults = errors().stream().map(this::fault).toList();
            if (!faults.isEmpty()) {
                return Attempt.failed(faults);
            }
            boolean isSilent = ownTrouble.toString().isBlank();
            return isSilent ? Attempt.done(files) : Attempt.notJava(List.of(failure()));
        }

        private Fault tooLong(CompilationUnitTree unit, Tree tree) {
            int offset = (int) Trees.instance(task).getSourcePositions().getStartPosition(unit, tree);
            String words =
                    "This text gets too long: the compiler puts it together out of constants. Put it together in a"
                            + " method, when it is needed.";
            return new Fault(source(unit.getSourceFile()), offset, "gradus.long", words);
        }

        private Fault deep(CompilationUnitTree unit, Tree tree) {
            int offset = (int) Trees.instance(task).getSourcePositions().getStartPosition(unit, tree);
            String words = "Statements are nested too deeply here. Put parts of this into methods of their own.";
            return new Fault(source(unit.getSourceFile()), offset, "gradus.deep", words);
        }

        /** The compiler goes as deep as the code; it has no other reason to fail that a learner could know of. */
        private Fault failure() {
            String words =
                    "The compiler cannot cope with this file. Look for operators, calls or blocks that are nested"
                            + " very deeply.";
            return new Fault(last, -1, "gradus.deep", words);
        }

        private List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }

        /** A brace too many or too few comes first: what else is said of such a file is often said because of it. */
        private List<Fault> syntaxFaults() {
            List<Fault> faults = new ArrayList<>();
            for (CompilationUnitTree unit : units) {
                Source source = source(unit.getSourceFile());
                List<Fault> own = errors().stream()
                        .filter(error -> source(error.getSource()) == source)
                        .map(error -> new Fault(
                                source,
                                (int) error.getPosition(),
                                error.getCode(),
                                Advice.onSyntax(error, source.text())))
                        .toList();
                Optional<Fault> odd =
                        own.isEmpty() || UNCLOSED.contains(own.get(0).code())
                                ? Optional.empty()
                                : Braces.of(source).odd();
                odd.ifPresentOrElse(faults::add, () -> faults.addAll(own));
            }
            return faults;
        }

        private Fault fault(Diagnostic<? extends JavaFileObject> error) {
            Source source = source(error.getSource());
            return units.stream()
                    .filter(unit -> source(unit.getSourceFile()) == source)
                    .findFirst()
                    .map(unit -> new Fault(
                            source, (int) error.getPosition(), error.getCode(), Advice.onMeaning(error, unit, task)))
                    .orElseGet(() -> new Fault(source, -1, error.getCode(), error.getMessage(Locale.ROOT)));
        }

        /** The compiler hands out files in wrappings of its own. */
        private Source source(@Nullable JavaFileObject file) {
            return file == null ? UNKNOWN : byUri.getOrDefault(file.toUri(), UNKNOWN);
        }
    }
}
