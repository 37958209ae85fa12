package gradus.catalogue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rooms of a checkout: their order from exercises/roadmap.yaml, what is built from the disk. */
public final class Catalogue {
    private final Path exercises;
    private final Set<String> chapters = new HashSet<>();
    private final Set<String> rooms = new HashSet<>();
    private final Set<String> tracks = new HashSet<>();
    private final Set<Path> folders = new HashSet<>();

    private Catalogue(Path exercises) {
        this.exercises = exercises;
    }

    /**
     * Reads the roadmap and the front matter of every built room.
     *
     * @param home root of the checkout, the folder that holds {@code exercises}
     * @throws CatalogueException if a file is missing or breaks a rule
     */
    public static Roadmap read(Path home) {
        return new Catalogue(home.resolve("exercises")).roadmap();
    }

    /**
     * A text that changes when something changes that {@link #read} reads: names, sizes and times of the files. To look
     * at them takes far less time than to read them.
     *
     * @param home root of the checkout
     */
    public static String stamp(Path home) {
        Path exercises = home.resolve("exercises");
        StringBuilder stamp = new StringBuilder(state(exercises.resolve("roadmap.yaml")));
        for (Path folder : roomFolders(exercises)) {
            stamp.append(state(folder)).append(state(folder.resolve(FrontMatter.FILE)));
        }
        return stamp.toString();
    }

    private static String state(Path path) {
        File file = path.toFile();
        return path + " " + file.length() + " " + file.lastModified() + "\n";
    }

    private Roadmap roadmap() {
        Path file = exercises.resolve("roadmap.yaml");
        Fields fields = Yaml.parse(file, TextFile.read(file)).fields("chapters", "tracks");
        Roadmap roadmap = new Roadmap(
                fields.get("chapters").list().stream().map(this::chapter).toList(),
                fields.items("tracks").stream().map(this::track).toList());
        refuseUnlistedRooms();
        Prerequisites.check(roadmap);
        return roadmap;
    }

    private Chapter chapter(Value value) {
        Fields fields = value.fields("id", "title", "rooms");
        String id = unique(fields.get("id"), chapters);
        List<Entry> entries = new ArrayList<>();
        for (Value room : fields.get("rooms").mapping().values()) {
            entries.add(entry(id, room));
        }
        return new Chapter(id, fields.get("title").words(), List.copyOf(entries));
    }

    private Entry entry(String chapter, Value value) {
        String id = value.keyAsId();
        String title = value.words();
        if (!rooms.add(id)) {
            throw value.problem("the room '" + id + "' is in the roadmap twice; remove one of them");
        }
        Path folder = exercises
                .resolve(chapter)
                .resolve("src")
                .resolve(Room.packagePart(chapter))
                .resolve(Room.packagePart(id));
        folders.add(folder);
        return isBuilt(folder) ? FrontMatter.of(folder).room(chapter, id) : new Planned(id, title);
    }

    private Track track(Value value) {
        Fields fields = value.fields("id", "title", "chapters");
        List<String> ids = new ArrayList<>();
        for (Value chapter : fields.get("chapters").list()) {
            if (!chapters.contains(chapter.id())) {
                throw chapter.problem("the track names the chapter '" + chapter.id() + "', which is not above");
            }
            ids.add(chapter.id());
        }
        return new Track(unique(fields.get("id"), tracks), fields.get("title").words(), List.copyOf(ids));
    }

    private static String unique(Value id, Set<String> taken) {
        if (!taken.add(id.id())) {
            throw id.problem("the id '" + id.id() + "' is taken already; choose another");
        }
        return id.id();
    }

    private static boolean isBuilt(Path folder) {
        return list(folder).stream()
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> name.equals(FrontMatter.FILE) || name.endsWith(".java"));
    }

    private void refuseUnlistedRooms() {
        for (Path folder : roomFolders(exercises)) {
            if (Files.exists(folder.resolve(FrontMatter.FILE)) && !folders.contains(folder)) {
                throw new CatalogueException(
                        folder,
                        "no room in exercises/roadmap.yaml has this folder; add the room's id and title under"
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
