package gradus.grader.verify;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.Libraries;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/**
 * Holds a learner's class files against what a room may use: rules.txt, the room's libraries, its grants, and what it
 * refuses. Reads bytes and loads nothing.
 */
public final class Verifier {
    private static final int MAX = 100;
    private static final String UNREADABLE = "it cannot be read, and no Java compiler writes such a file.";

    private final Room room;
    private final RoomClasses classes;
    private final JarPackages libraries;
    private final Rules rules;

    private Verifier(Room room, RoomClasses classes, JarPackages libraries) {
        this.room = room;
        this.classes = classes;
        this.libraries = libraries;
        this.rules = Rules.with(room.grants());
    }

    public static Verifier of(Checkout checkout, Room room, RoomClasses classes) {
        return new Verifier(
                room, classes, new JarPackages(Libraries.names(checkout.roadmap(), room), classes.libraries()));
    }

    /** What the room's front matter refuses though no class or member has that name. */
    public List<String> unknownRefuses() {
        Hierarchy hierarchy = new Hierarchy(classes.prerequisites(), classes.libraryLoader());
        return new Refuses(room.refuses(), hierarchy).unknown();
    }

    /**
     * What of a learner's files is refused, at most 100 things, in source order.
     *
     * @param files class files by binary name
     * @param sources what they were compiled from
     */
    public List<Refusal> refusals(Map<String, byte[]> files, Collection<Source> sources) {
        List<ClassScan.Found> found = new ArrayList<>();
        Map<String, byte[]> sound = new TreeMap<>();
        files.forEach((name, bytes) -> {
            String reason = unsound(name, bytes);
            if (reason.isEmpty()) {
                sound.put(name, bytes);
            } else {
                found.add(wholeClass(name, reason));
            }
        });
        Hierarchy hierarchy = new Hierarchy(classes.with(sound), classes.libraryLoader());
        Permissions permissions = new Permissions(rules, new Refuses(room.refuses(), hierarchy), libraries, hierarchy);
        sound.forEach((name, bytes) -> found.addAll(scan(name, bytes, permissions)));
        return new Places(sources).of(found).stream().limit(MAX).toList();
    }

    /** Why a class file is refused as a whole, or nothing. */
    private String unsound(String name, byte[] bytes) {
        try {
            Shape.of(bytes);
            String own = new ClassReader(bytes).getClassName();
            if (!own.equals(name.replace('.', '/'))) {
                return "inside, it has another name: " + own.replace('/', '.') + ".";
            }
            boolean isInPackage =
                    name.lastIndexOf('.') == room.packageName().length() && name.startsWith(room.packageName() + ".");
            if (!isInPackage) {
                return "all classes of this room stand in its package, " + room.packageName() + ".";
            }
            return classes.judge().containsKey(name) ? "a class of the room's checks has that name. Take another." : "";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return UNREADABLE;
        }
    }

    private static List<ClassScan.Found> scan(String name, byte[] bytes, Permissions permissions) {
        try {
            ClassScan scan = new ClassScan(permissions, file(name));
            new ClassReader(bytes).accept(scan, ClassReader.SKIP_FRAMES);
            return scan.found();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return List.of(wholeClass(name, UNREADABLE));
        }
    }

    private static ClassScan.Found wholeClass(String name, String reason) {
        return new ClassScan.Found(file(name), 0, simple(name), "the class " + name, reason);
    }

    private static String simple(String name) {
        return name.replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
    }

    /** Where a class most likely stands. */
    private static String file(String name) {
        return simple(name) + ".java";
    }
}
