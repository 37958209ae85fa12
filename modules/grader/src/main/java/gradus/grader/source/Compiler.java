package gradus.grader.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The JDK's compiler, in this process and in memory. No annotation processor runs. */
public final class Compiler {
    /** The Java version of rooms and learners' files, whatever JDK runs the lab. */
    private static final String RELEASE = "17";

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
        JavaCompiler compiler = javac();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Memory memory = new Memory(standard, known)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<String> options =
                    List.of("--release", RELEASE, "-g", "-parameters", "-proc:none", "-implicit:none", "-Xlint:none");
            List<SourceFile> files = sources.stream().map(SourceFile::new).toList();
            boolean compiled = compiler.getTask(null, memory, diagnostics, options, null, files)
                    .call();
            return compiled ? new Compilation.Compiled(memory.files()) : new Compilation.Broken(problems(diagnostics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaCompiler javac() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "this Java has no compiler: install a JDK, not a JRE, of version 17 or newer");
        }
        return compiler;
    }

    private static List<Problem> problems(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(problem(diagnostic));
            }
        }
        return problems;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ENGLISH);
        if (!(diagnostic.getSource() instanceof SourceFile file)) {
            return new Problem("javac", 0, 0, "", message);
        }
        long line = Math.max(0, diagnostic.getLineNumber());
        List<String> lines = file.source.text().lines().toList();
        String text = line >= 1 && line <= lines.size() ? lines.get((int) line - 1) : "";
        long start = diagnostic.getStartPosition();
        long lineStart = start < 0 ? -1 : file.source.text().lastIndexOf('\n', (int) Math.max(0, start - 1)) + 1;
        long column = diagnostic.getPosition() < 0 || lineStart < 0 ? 0 : diagnostic.getPosition() - lineStart + 1;
        return new Problem(
                file.source.fileName(), line, column > 0 && column <= text.length() + 1 ? column : 0, text, message);
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final Source source;

        SourceFile(Source source) {
            super(URI.create("memory:///" + source.path().replace(" ", "%20")), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
        }

        static ClassFile of(String name, byte[] content) {
            ClassFile file = new ClassFile(name);
            file.bytes.writeBytes(content);
            return file;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps class files in memory: those known before, and those that the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ClassFile> known = new LinkedHashMap<>();
        private final Map<String, ClassFile> written = new TreeMap<>();

        Memory(StandardJavaFileManager standard, Map<String, byte[]> known) {
            super(standard);
            known.forEach((name, bytes) -> this.known.put(name, ClassFile.of(name, bytes)));
        }

        Map<String, byte[]> files() {
            Map<String, byte[]> files = new TreeMap<>();
            written.forEach((name, file) -> files.put(name, file.bytes.toByteArray()));
            return files;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
            if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
                return found;
            }
            List<JavaFileObject> all = new ArrayList<>();
            found.forEach(all::add);
            for (ClassFile file : known.values()) {
                int dot = file.name.lastIndexOf('.');
                if (packageName.equals(dot < 0 ? "" : file.name.substring(0, dot))) {
                    all.add(file);
                }
            }
            return all;
        }

        @Override
        public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof ClassFile inMemory ? inMemory.name : super.inferBinaryName(location, file);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            return written.computeIfAbsent(className, ClassFile::new);
        }
    }
}
