package gradus.grader;

import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * References with mistakes in them, compiled. Whoever grades one submission of a room mostly grades another one next,
 * and compiling its mistakes would be most of the work; so the latest are kept.
 */
final class WrongReferences {
    private static final int MOST = 200;

    private static final Map<Key, Map<String, byte[]>> LATEST = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, byte[]>> eldest) {
            return size() > MOST;
        }
    };

    /** All that the class files depend on. */
    private record Key(List<Source> sources, List<Path> classPath, Map<String, ByteBuffer> known) {}

    private WrongReferences() {}

    /** The class files of wrong sources; none where they do not compile. */
    static Map<String, byte[]> compiled(List<Source> sources, List<Path> classPath, Map<String, byte[]> known) {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        known.forEach((name, bytes) -> contents.put(name, ByteBuffer.wrap(bytes)));
        Key key = new Key(sources, classPath, contents);
        synchronized (LATEST) {
            Map<String, byte[]> found = LATEST.get(key);
            if (found != null) {
                return found;
            }
        }
        Map<String, byte[]> files = Compiler.compile(sources, classPath, known) instanceof Compilation.Compiled compiled
                ? compiled.files()
                : Map.of();
        synchronized (LATEST) {
            LATEST.put(key, files);
        }
        return files;
    }
}
