package gradus.classroom.pack;

import gradus.catalogue.Chapter;
import gradus.catalogue.LearnersPack;
import gradus.catalogue.Room;
import gradus.classroom.Trouble;
import gradus.classroom.Zip;
import gradus.grader.room.Checkout;
import gradus.grader.room.Libraries;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what learners get of an assignment: a zip that works with a JDK alone. It holds the lab's own jars, and of
 * each assigned room its starter, statement, visible checks and figure; of the rooms that these stand on and that are
 * not assigned, the compiled reference. It holds no reference, hidden check or mistake of an assigned room.
 */
public final class Pack {
    /** What the libraries of a room may weigh: natives, of another kind for each machine, are larger. */
    private static final long MAX_LIBRARIES = 50_000_000;

    private static final String LIB = "modules/cli/target/lib";
    private static final String JAR = "modules/cli/target/cli.jar";

    /** For learners who keep the pack in a repository: what the lab and IDEs can make again. */
    private static final String GITIGNORE = """
            .gradus/
            /workspace/target/
            /workspace/figures/
            .idea/
            *.iml
            """;

    private final Checkout checkout;
    private final Contents contents = new Contents();
    private final IdeFiles ideFiles = new IdeFiles();
    private final SortedMap<String, byte[]> compiledClasses = new TreeMap<>();
    private final List<Room> packed = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private Pack(Checkout checkout) {
        this.checkout = checkout;
    }

    /**
     * Writes a pack. The same rooms of the same lab give the same bytes.
     *
     * @param checkout a lab that is built
     * @param assigned the rooms to solve
     * @param hints whether the rooms' hints are in it
     * @param title of the assignment
     * @param zip the file to write, which is replaced if it is there
     * @throws Trouble if the lab is not built, or not one of the rooms can be packed
     * @throws gradus.grader.room.BrokenRoom if a room does not compile, or its libraries cannot be had
     * @throws IOException if a file cannot be read or written
     */
    public static Packed write(Checkout checkout, List<Room> assigned, boolean hints, String title, Path zip)
            throws IOException {
        if (!Files.isRegularFile(checkout.home().resolve(JAR))
                || LearnersPack.in(checkout.home()).isPresent()) {
            throw new Trouble("A pack is made of a lab that is built, and " + checkout.home()
                    + " is none. Start the command with the launcher, ./gradus, of a checkout.");
        }
        return new Pack(checkout).write(List.copyOf(assigned), hints, title, zip.toAbsolutePath());
    }

    private Packed write(List<Room> assigned, boolean hints, String title, Path zip) throws IOException {
        for (Room room : assigned) {
            if (addLibraries(room)) {
                packed.add(room);
            }
        }
        if (packed.isEmpty()) {
            throw new Trouble("There is nothing to pack. " + String.join(" ", leftOut));
        }
        addLab();
        for (Room room : packed) {
            addToSolve(room, hints);
        }
        Set<String> compiled = new TreeSet<>();
        for (Room room : packed) {
            for (Room required : checkout.roadmap().prerequisites(room)) {
                if (!assigned.contains(required) && compiled.add(required.id())) {
                    addCompiled(required);
                }
            }
        }
        compiled.addAll(packed.stream().map(Room::id).toList());
        contents.putYaml("exercises/roadmap.yaml", Map.of("chapters", chapters(compiled)));
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("title", title);
        marks.put("lab", checkout.version());
        marks.put("hints", hints ? "yes" : "no");
        contents.putYaml(LearnersPack.FILE, marks);
        contents.put("README.md", readme(title, hints));
        contents.put(".gitignore", GITIGNORE);
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        addIdeFiles(name);
        Files.createDirectories(zip.getParent());
        contents.write(zip, name);
        return new Packed(zip, Files.size(zip), packed, leftOut);
    }

    private void addLab() throws IOException {
        contents.copy(
                checkout.home(),
                "gradus",
                "gradus.cmd",
                "LICENSE",
                "NOTICE",
                "modules/cli/client.pl",
                "modules/cli/fonts.conf",
                JAR,
                LIB,
                "datasets");
        contents.makeProgram("gradus");
    }

    private void addToSolve(Room room, boolean hints) throws IOException {
        String folder = folder(room);
        for (Source source : RoomClasses.read(room, room.sources())) {
            contents.put(folder + source.fileName(), Starter.emptied(source).text());
        }
        List<Path> asTheyAre = new ArrayList<>(room.checks());
        room.figure().ifPresent(asTheyAre::add);
        asTheyAre.add(room.folder().resolve("README.md"));
        if (hints && !room.hints().isEmpty()) {
            asTheyAre.add(room.folder().resolve("hints.md"));
        }
        for (Path file : asTheyAre) {
            contents.put(folder + file.getFileName(), Files.readAllBytes(file));
        }
    }

    /** What a room needs that others stand on: its front matter, and the class files of its reference. */
    private void addCompiled(Room room) throws IOException {
        String folder = folder(room);
        String readme = Files.readString(room.folder().resolve("README.md")).replace("\r\n", "\n");
        String fence = "\n---\n";
        contents.put(folder + "README.md", readme.substring(0, readme.indexOf(fence) + fence.length()));
        RoomClasses.of(checkout, room).reference().forEach((name, bytes) -> {
            contents.put(folder + name.substring(room.packageName().length() + 1) + ".class", bytes);
            compiledClasses.put(name.replace('.', '/') + ".class", bytes);
        });
    }

    /** An IDE takes class files in a jar alone. */
    private void addIdeFiles(String name) throws IOException {
        if (!compiledClasses.isEmpty()) {
            contents.put(IdeFiles.ROOMS, Zip.of(compiledClasses));
            ideFiles.addRooms(checkout.version());
        }
        try (Stream<Path> jars = Files.list(checkout.home().resolve(LIB))) {
            ideFiles.addLab(LIB, jars.map(jar -> jar.getFileName().toString()).toList());
        }
        ideFiles.putInto(contents, name);
    }

    private static String folder(Room room) {
        return "exercises/" + room.chapter() + "/src/" + room.packageName().replace('.', '/') + "/";
    }

    private List<Map<String, Object>> chapters(Set<String> rooms) {
        List<Map<String, Object>> chapters = new ArrayList<>();
        for (Chapter chapter : checkout.roadmap().chapters()) {
            Map<String, String> titles = new LinkedHashMap<>();
            chapter.entries().stream()
                    .filter(entry -> rooms.contains(entry.id()))
                    .forEach(entry -> titles.put(entry.id(), entry.title()));
            if (!titles.isEmpty()) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("id", chapter.id());
                values.put("title", chapter.title());
                values.put("rooms", titles);
                chapters.add(values);
            }
        }
        return chapters;
    }

    /** Adds the jars that a room may use, or says why it has to stay out. */
    private boolean addLibraries(Room room) throws IOException {
        Set<String> names = Libraries.names(checkout.roadmap(), room);
        if (names.isEmpty()) {
            return true;
        }
        List<Path> jars = names.contains(Libraries.DJL)
                ? List.of()
                : RoomClasses.of(checkout, room).libraries();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        if (jars.isEmpty() || bytes > MAX_LIBRARIES) {
            leftOut.add("The room " + room.id() + " is not in the pack: its libraries (" + String.join(", ", names)
                    + ") are larger than " + MAX_LIBRARIES / 1_000_000
                    + " MB. Who solves it needs the lab itself.");
            return false;
        }
        Path repository = repository(names, jars);
        List<String> paths = new ArrayList<>();
        for (Path jar : jars) {
            String path = slashes(repository.relativize(jar));
            paths.add(path);
            contents.put(Libraries.OF_PACK + "/" + path, Files.readAllBytes(jar));
            ideFiles.addLibrary(Libraries.OF_PACK, path);
        }
        Path list = Libraries.listOf(Path.of(Libraries.OF_PACK), room);
        contents.put(slashes(list), String.join("\n", paths) + "\n");
        return true;
    }

    /** Maven's repository: the folder above that of a library's group. */
    private static Path repository(Set<String> names, List<Path> jars) {
        for (String name : names) {
            String[] parts = name.split(":", 3);
            String folder = "/" + parts[0].replace('.', '/') + "/" + parts[1] + "/";
            for (Path jar : jars) {
                int above = slashes(jar).indexOf(folder);
                if (above >= 0) {
                    return Path.of(slashes(jar).substring(0, above));
                }
            }
        }
        throw new IllegalStateException("none of " + names + " is among " + jars);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private String readme(String title, boolean hints) {
        String rooms = packed.stream()
                .map(room -> "- `" + room.id() + "`: " + room.title() + " (about " + room.minutes() + " minutes)")
                .collect(Collectors.joining("\n"));
        String room = packed.get(0).id();
        List<String> commands = new ArrayList<>();
        commands.add(command("roadmap", "the rooms to solve"));
        commands.add(command("start " + room, "puts your file and the statement into workspace/src"));
        commands.add(command("check " + room, "says what is right, what is wrong and why"));
        commands.add(command("watch " + room, "checks whenever you save"));
        if (hints) {
            commands.add(command("hint " + room, "a push, if you are stuck"));
        }
        commands.add(command("figure " + room, "a picture of your result"));
        return """
                # %s

                %s

                You need a JDK of version 17 or newer (https://adoptium.net), and nothing else. Open a terminal in this folder;
                in Windows, type `.\\gradus` instead of `./gradus`.

                %s

                To write in an IDE, open the folder `workspace`, which is a project of its own: in IntelliJ with File > Open, as a
                Maven project if it asks; in VS Code with File > Open Folder; in Eclipse with File > Import > General > Existing
                Projects into Workspace. What your files and the checks need is found in this folder, without a network.

                Some checks compare with the reference solution, which is not here, and others are hidden: they run when your
                work is graded. Made with Gradus %s.
                """.formatted(title, rooms, String.join("\n", commands), checkout.version());
    }

    private static String command(String command, String what) {
        return String.format("    %-32s %s", "./gradus " + command, what);
    }
}
