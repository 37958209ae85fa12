package gradus.grader.room;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The libraries of all rooms whose references ran in this JVM. There is one loader, for a JVM lets one loader only load
 * a native library; the parent pom sees to it that no library comes in two versions.
 */
final class LibraryLoader extends URLClassLoader {
    private static final LibraryLoader ONLY = new LibraryLoader(LibraryLoader.class.getClassLoader());

    static {
        // What libraries log while a reference runs in this JVM belongs to no report.
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "error");
    }

    private final Set<Path> known = new HashSet<>();

    private LibraryLoader(ClassLoader parent) {
        super(new URL[0], parent);
    }

    /** A loader of the lab and of these jars at least. */
    static ClassLoader with(List<Path> jars) {
        jars.forEach(ONLY::add);
        return ONLY;
    }

    private synchronized void add(Path jar) {
        if (known.add(jar)) {
            try {
                addURL(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
