package gradus.grader.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Keeps class files in memory: those known before, and those that the compiler writes. */
final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ClassFile> known = new LinkedHashMap<>();
    private final Map<String, ClassFile> written = new TreeMap<>();

    Memory(StandardJavaFileManager standard, Map<String, byte[]> known) {
        super(standard);
        known.forEach((name, bytes) -> this.known.put(name, ClassFile.of(name, bytes)));
    }

    /** Takes out the class files that were written. */
    Map<String, byte[]> take() {
        Map<String, byte[]> files = new TreeMap<>();
        written.forEach((name, file) -> files.put(name, file.bytes.toByteArray()));
        written.clear();
        return files;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
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
}
