package gradus.grader.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The packages of the libraries that a room names. What these stand on is on the class path, too, but is not the
 * learner's to use: a room that wants it names it.
 */
final class JarPackages {
    private static final Map<Path, Set<String>> BY_JAR = new ConcurrentHashMap<>();

    private final List<Set<String>> packages;

    /**
     * @param libraries as rooms name them, {@code group:artifact}
     * @param jars where Maven put them and all that they stand on: {@code …/group/artifact/version/file.jar}
     */
    JarPackages(Collection<String> libraries, List<Path> jars) {
        List<String> folders = libraries.stream().map(JarPackages::folder).toList();
        packages = jars.stream()
                .filter(jar -> folders.stream().anyMatch(slashes(jar)::contains))
                .map(jar -> BY_JAR.computeIfAbsent(jar, JarPackages::read))
                .toList();
    }

    /** A library's jars lie in the folder of its group. */
    private static String folder(String library) {
        String group = library.startsWith("gradus:djl:") ? "ai.djl" : library.substring(0, library.indexOf(':'));
        return "/" + group.replace('.', '/') + "/";
    }

    private static String slashes(Path jar) {
        return jar.toAbsolutePath().toString().replace('\\', '/');
    }

    private static Set<String> read(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .map(JarPackages::packageOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    boolean contains(String type) {
        String folder = packageOf(type);
        return packages.stream().anyMatch(of -> of.contains(folder));
    }
}
