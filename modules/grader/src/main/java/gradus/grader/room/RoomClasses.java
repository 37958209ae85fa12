package gradus.grader.room;

import gradus.catalogue.Room;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The class files of a room, compiled from its sources in this process.
 *
 * @param reference classes of the reference
 * @param starter classes of the starter: the surface that a learner implements
 * @param visible classes of the visible checks
 * @param hidden classes of the hidden checks
 * @param figure classes of the figure
 * @param prerequisites classes of the references of all rooms that this one stands on
 * @param libraries jars that the room and its prerequisites may use beyond the kit
 */
public record RoomClasses(
        Map<String, byte[]> reference,
        Map<String, byte[]> starter,
        Map<String, byte[]> visible,
        Map<String, byte[]> hidden,
        Map<String, byte[]> figure,
        Map<String, byte[]> prerequisites,
        List<Path> libraries) {

    /**
     * The classes of a room, from the cache where its sources, the lab and the JDK are the same as before.
     *
     * @throws BrokenRoom if something of the room does not compile
     */
    public static RoomClasses of(Checkout checkout, Room room) {
        ClassCache cache = new ClassCache(checkout.cache().resolve("rooms"));
        return of(checkout, room, cache);
    }

    private static RoomClasses of(Checkout checkout, Room room, ClassCache cache) {
        Map<String, byte[]> prerequisites = new TreeMap<>();
        for (Room required : checkout.roadmap().prerequisites(room)) {
            prerequisites.putAll(of(checkout, required, cache).reference());
        }
        List<Source> references = read(room, room.sources());
        if (references.isEmpty()) {
            return compiled(room, prerequisites);
        }
        List<Source> judge = new ArrayList<>(read(room, room.checks()));
        judge.addAll(read(room, room.hiddenChecks()));
        judge.addAll(read(room, room.figure().stream().toList()));
        List<Path> libraries = Libraries.of(checkout, room);
        String key = ClassCache.key(classPath(libraries), prerequisites, references, judge);
        return cache.get(room.id(), key, libraries, () -> compile(room, references, judge, prerequisites, libraries));
    }

    /** A room of which a learners' pack holds the class files alone. */
    private static RoomClasses compiled(Room room, Map<String, byte[]> prerequisites) {
        Map<String, byte[]> reference = new TreeMap<>();
        for (Path file : room.classFiles()) {
            String name = file.getFileName().toString().replaceFirst("\\.class$", "");
            try {
                reference.put(room.packageName() + "." + name, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new RoomClasses(reference, Map.of(), Map.of(), Map.of(), Map.of(), prerequisites, List.of());
    }

    private static RoomClasses compile(
            Room room,
            List<Source> references,
            List<Source> judge,
            Map<String, byte[]> prerequisites,
            List<Path> libraries) {
        List<Source> starters = references.stream().map(Starter::of).toList();
        Map<String, byte[]> reference = compile(room, "the reference", references, prerequisites, libraries);
        Map<String, byte[]> starter = compile(room, "the starter", starters, prerequisites, libraries);
        Map<String, byte[]> known = together(prerequisites, starter);
        Map<String, byte[]> rest = compile(room, "checks and figure", judge, known, List.of());
        return new RoomClasses(
                reference,
                starter,
                part(rest, name -> name.endsWith("Test") && !name.endsWith("HiddenTest")),
                part(rest, name -> name.endsWith("HiddenTest")),
                part(rest, name -> name.endsWith("Figure")),
                prerequisites,
                libraries);
    }

    private static Map<String, byte[]> compile(
            Room room, String what, List<Source> sources, Map<String, byte[]> known, List<Path> libraries) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Compilation compilation = Compiler.compile(sources, classPath(libraries), known);
        if (compilation instanceof Compilation.Broken broken) {
            throw new BrokenRoom(what + " of room " + room.id() + " does not compile:\n" + broken.inWords());
        }
        return ((Compilation.Compiled) compilation).files();
    }

    private static Map<String, byte[]> part(
            Map<String, byte[]> classes, java.util.function.Predicate<String> ofMainClass) {
        Map<String, byte[]> part = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            int nested = name.indexOf('$');
            if (ofMainClass.test(nested < 0 ? name : name.substring(0, nested))) {
                part.put(name, bytes);
            }
        });
        return part;
    }

    /** The class path of this process, which checks and figures may use, and libraries after it. */
    private static List<Path> classPath(List<Path> libraries) {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
        return Stream.concat(own, libraries.stream()).toList();
    }

    /** A loader of the room's libraries, for references that run in this JVM. */
    public ClassLoader libraryLoader() {
        return LibraryLoader.with(libraries);
    }

    /** Reads files of a room. */
    public static List<Source> read(Room room, List<Path> files) {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(new Source(
                        room.packageName().replace('.', '/') + "/" + file.getFileName(), Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return sources;
    }

    /** Everything that has a stand-in. */
    public Map<String, byte[]> surface() {
        return with(starter);
    }

    /** Everything that runs in the judge, beside the stand-ins. */
    public Map<String, byte[]> judge() {
        return together(visible, hidden, figure);
    }

    /** The reference with all that it stands on. */
    public Map<String, byte[]> fullReference() {
        return with(reference);
    }

    /** Classes of the room together with all that they stand on. */
    public Map<String, byte[]> with(Map<String, byte[]> classes) {
        return together(prerequisites, classes);
    }

    /** Class files in one map; of two with the same name the later one counts. */
    @SafeVarargs
    public static Map<String, byte[]> together(Map<String, byte[]>... parts) {
        Map<String, byte[]> all = new TreeMap<>();
        for (Map<String, byte[]> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
