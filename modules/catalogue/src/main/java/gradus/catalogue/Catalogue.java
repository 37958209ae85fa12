package gradus.catalogue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads rooms: their order from the roadmap.yaml of each folder that holds some, what is built from the disk. The lab's
 * own folder is {@code exercises}; others, of instructors, have the same shape, and their rooms may stand on the lab's.
 */
public final class Catalogue {
    private static final String ORDER = "roadmap.yaml";

    private final Map<String, Path> chapters = new HashMap<>();
    private final Map<String, Path> rooms = new HashMap<>();
    private final Map<String, Path> tracks = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();

    private Catalogue() {}

    /**
     * Reads the roadmap and the front matter of every built room.
     *
     * @param home root of the checkout, the folder that holds {@code exercises}
     * @throws CatalogueException if a file is missing or breaks a rule
     */
    public static Roadmap read(Path home) {
        return read(home, List.of());
    }

    /**
     * Reads the roadmap and the front matter of every built room, those of other folders after the lab's.
     *
     * @param home root of the checkout, the folder that holds {@code exercises}
     * @param others folders of the same shape as {@code exercises}
     * @throws CatalogueException if a file is missing or breaks a rule; ids are unique across all folders
     */
    public static Roadmap read(Path home, List<Path> others) {
        Catalogue catalogue = new Catalogue();
        List<Roadmap> read = all(home, others).stream().map(catalogue::roadmap).toList();
        Roadmap roadmap = new Roadmap(
                read.stream().flatMap(each -> each.chapters().stream()).toList(),
                read.stream().flatMap(each -> each.tracks().stream()).toList());
        Prerequisites.check(roadmap);
        return roadmap;
    }

    /**
     * A text that changes when something changes that {@link #read} reads: names, sizes and times of the files. To look
     * at them takes far less time than to read them.
     *
     * @param home root of the checkout
     * @param others folders of the same shape as {@code exercises}
     */
    public static String stamp(Path home, List<Path> others) {
        StringBuilder stamp = new StringBuilder();
        for (Path exercises : all(home, others)) {
            stamp.append(state(exercises.resolve(ORDER)));
            for (Path folder : roomFolders(exercises)) {
                stamp.append(state(folder)).append(state(folder.resolve(FrontMatter.FILE)));
            }
        }
        return stamp.toString();
    }

    private static List<Path> all(Path home, List<Path> others) {
        return Stream.concat(Stream.of(home.resolve("exercises")), others.stream())
                .toList();
    }

    private static String state(Path path) {
        File file = path.toFile();
        return path + " " + file.length() + " " + file.lastModified() + "\n";
    }

    private Roadmap roadmap(Path exercises) {
        Path file = exercises.resolve(ORDER);
        Fields fields = Yaml.parse(file, TextFile.read(file)).fields("chapters", "tracks");
        Roadmap roadmap = new Roadmap(
                fields.get("chapters").list().stream()
                        .map(value -> chapter(exercises, value))
                        .toList(),
                fields.items("tracks").stream().map(this::track).toList());
        refuseUnlistedRooms(exercises);
        return roadmap;
    }

    private Chapter chapter(Path exercises, Value value) {
        Fields fields = value.fields("id", "title", "rooms");
        String id = unique(fields.get("id"), chapters);
        List<Entry> entries = new ArrayList<>();
        for (Value room : fields.get("rooms").mapping().values()) {
            entries.add(entry(exercises, id, room));
        }
        return new Chapter(id, fields.get("title").words(), exercises.resolve(id), List.copyOf(entries));
    }

    private Entry entry(Path exercises, String chapter, Value value) {
        String id = value.keyAsId();
        String title = value.words();
        Path taken = rooms.putIfAbsent(id, value.file());
        if (taken != null) {
            throw value.problem(
                    taken.equals(value.file())
                            ? "the room '" + id + "' is in the roadmap twice; remove one of them"
                            : "the room '" + id + "' is in " + taken + " already; choose another id");
        }
        Path folder = exercises
                .resolve(chapter)
                .resolve("src")
                .resolve(Room.packagePart(chapter))
                .resolve(Room.packagePart(id));
        folders.add(folder);
        if (!isBuilt(folder)) {
            return new Planned(id, title);
        }
        Room room = FrontMatter.of(folder).room(chapter, id);
        return room.sources().isEmpty() && !room.classFiles().isEmpty() ? new Compiled(room) : room;
    }

    private Track track(Value value) {
        Fields fields = value.fields("id", "title", "chapters");
        List<String> ids = new ArrayList<>();
        for (Value chapter : fields.get("chapters").list()) {
            if (!chapters.containsKey(Room.packagePart(chapter.id()))) {
                throw chapter.problem("the track names the chapter '" + chapter.id() + "', which is not above");
            }
            ids.add(chapter.id());
        }
        return new Track(unique(fields.get("id"), tracks), fields.get("title").words(), List.copyOf(ids));
    }

    /** Two ids that differ in hyphens alone would be one package. */
    private static String unique(Value id, Map<String, Path> taken) {
        Path other = taken.putIfAbsent(Room.packagePart(id.id()), id.file());
        if (other != null) {
            String where = other.equals(id.file()) ? "" : ", in " + other;
            throw id.problem("the id '" + id.id() + "' is taken already" + where + "; choose another");
        }
        return id.id();
    }

    private static boolean isBuilt(Path folder) {
        return list(folder).stream()
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> name.equals(FrontMatter.FILE) || name.endsWith(".java"));
    }

    private void refuseUnlistedRooms(Path exercises) {
        for (Path folder : roomFolders(exercises)) {
            if (Files.exists(folder.resolve(FrontMatter.FILE)) && !folders.contains(folder)) {
                throw new CatalogueException(
                        folder,
                        "no room in " + exercises.getFileName()
                                + "/roadmap.yaml has this folder; add the room's id and title under"
                                + " its chapter there, or name the folder after the id without hyphens");
            }
        }
    }

    /** Where rooms can be: exercises/CHAPTER/src/PACKAGE/ROOM. */
    private static List<Path> roomFolders(Path exercises) {
        return list(exercises).stream()
                .flatMap(chapter -> list(chapter.resolve("src")).stream())
                .flatMap(pack -> list(pack).stream())
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new CatalogueException(folder, "this folder cannot be read", e);
        }
    }
}
