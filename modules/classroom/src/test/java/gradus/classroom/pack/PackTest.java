package gradus.classroom.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.classroom.Trouble;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a pack, and what is not. */
class PackTest {
    private static final Checkout LAB = Checkout.open(Checkout.homeOf(Path.of("")));
    private static final List<Room> ASSIGNED = rooms("pca", "linear-regression");

    @TempDir
    private static Path folder;

    private static Packed packed = new Packed(Path.of(""), 0, List.of(), List.of());

    /** Every entry by its name, those of jars under the jar's. */
    private static Map<String, byte[]> entries = Map.of();

    /** The same as text: class files have their constants in UTF-8. */
    private static Map<String, String> texts = Map.of();

    @BeforeAll
    static void pack() throws IOException {
        packed = Pack.write(LAB, ASSIGNED, true, "Sheet 3", folder.resolve("sheet-3.zip"));
        entries = entries(Files.readAllBytes(packed.file()), "");
        texts = new TreeMap<>();
        entries.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    }

    private static List<Room> rooms(String... ids) {
        return List.of(ids).stream()
                .map(id -> LAB.roadmap().room(id).orElseThrow())
                .toList();
    }

    private static Map<String, byte[]> entries(byte[] zip, String above) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                String name = above + entry.getName();
                found.put(name, bytes);
                if (name.endsWith(".jar")) {
                    found.putAll(entries(bytes, name + "!"));
                }
            }
        }
        return found;
    }

    private static Set<String> names(String beginning) {
        return entries.keySet().stream()
                .filter(name -> name.startsWith(beginning) && !name.endsWith("/"))
                .map(name -> name.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the entries that contain a text. */
    private static List<String> holding(String text) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lines of the learner's parts that are long enough to say something. */
    private static List<String> linesOfSolutions(Room room) {
        List<String> lines = new ArrayList<>();
        for (Source source : RoomClasses.read(room, room.sources())) {
            Set<String> given =
                    Starter.of(source).text().lines().map(String::strip).collect(Collectors.toSet());
            source.text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.length() > 30 && !given.contains(line) && !line.startsWith("//"))
                    .forEach(lines::add);
        }
        return lines;
    }

    @Test
    void whatLearnersWorkWithIsThere() {
        assertEquals(
                Set.of("Pca.java", "PcaTest.java", "PcaFigure.java", "README.md", "hints.md"),
                names("sheet-3/exercises/decompositions/src/decompositions/pca/"));
        assertEquals(
                Set.of(".gitignore", "LICENSE", "NOTICE", "README.md", "gradus", "gradus.cmd", "pack.yaml"),
                names("sheet-3/").stream().filter(name -> !name.contains("/")).collect(Collectors.toSet()));
        assertTrue(names("sheet-3/modules/cli/target/").contains("cli.jar"));
        assertTrue(names("sheet-3/datasets/").contains("iris/iris.csv"));
        assertEquals(ASSIGNED, packed.rooms());
        assertEquals(List.of(), packed.leftOut());
    }

    @Test
    void noLineOfAReferenceIsThere() {
        for (Room room : ASSIGNED) {
            List<String> lines = linesOfSolutions(room);
            assertTrue(lines.size() > 5, "lines of " + room.id());
            for (String line : lines) {
                assertEquals(List.of(), holding(line), line);
            }
        }
    }

    @Test
    void ofAssignedRoomsNoClassFileIsThere() {
        for (Room room : ASSIGNED) {
            String path = room.packageName().replace('.', '/');
            assertTrue(entries.keySet().stream().noneMatch(name -> name.contains(path) && name.endsWith(".class")));
            for (String name : RoomClasses.of(LAB, room).reference().keySet()) {
                assertEquals(List.of(), holding(name.replace('.', '/')), "class files that name " + name);
            }
        }
    }

    @Test
    void noHiddenCheckAndNoMistakeIsThere() {
        for (Room room : ASSIGNED) {
            RoomClasses classes = RoomClasses.of(LAB, room);
            Set<String> visible =
                    CheckInfo.in(classes.visible()).stream().map(CheckInfo::id).collect(Collectors.toSet());
            List<CheckInfo> hidden = CheckInfo.in(classes.hidden());
            assertFalse(hidden.isEmpty());
            for (CheckInfo check : hidden) {
                assertFalse(visible.contains(check.id()));
                assertEquals(List.of(), holding(check.title()), check.id());
                assertEquals(List.of(), holding(check.id() + "("), check.id());
            }
            for (Mistake mistake : room.mistakes()) {
                assertEquals(List.of(), holding(mistake.says()), mistake.id());
                assertEquals(List.of(), holding(mistake.title()), mistake.id());
                assertEquals(List.of(), holding("id: " + mistake.id()), mistake.id());
            }
            for (String name : List.of("HiddenTest.java", "mistakes.yaml", "mutants.yaml", ".classes", ".ipynb")) {
                assertTrue(entries.keySet().stream().noneMatch(entry -> entry.endsWith(name)), name);
            }
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again")).resolve("sheet-3.zip");
        Pack.write(Checkout.open(LAB.home()), ASSIGNED, true, "Sheet 3", again);
        assertArrayEquals(Files.readAllBytes(packed.file()), Files.readAllBytes(again));
    }

    @Test
    void whereThereAreToBeNoHintsThereAreNone() throws IOException {
        Packed without = Pack.write(LAB, ASSIGNED, false, "Sheet 3", folder.resolve("without.zip"));
        Map<String, byte[]> found = entries(Files.readAllBytes(without.file()), "");
        assertTrue(found.keySet().stream().noneMatch(name -> name.endsWith("hints.md")));
        String step = ASSIGNED.get(0).hints().get(0).lines().findFirst().orElseThrow();
        assertEquals(1, holding(step).size());
        assertTrue(
                found.values().stream().noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(step)));
    }

    @Test
    void ofARoomThatIsNotAssignedOnlyWhatIsNeededIsThere() throws IOException {
        Packed one = Pack.write(LAB, rooms("svd-lowrank"), true, "Sheet 4", folder.resolve("sheet-4.zip"));
        Map<String, byte[]> found = entries(Files.readAllBytes(one.file()), "");
        for (Room required : LAB.roadmap().prerequisites(one.rooms().get(0))) {
            String above = "sheet-4/exercises/" + required.chapter() + "/src/"
                    + required.packageName().replace('.', '/') + "/";
            Set<String> names = found.keySet().stream()
                    .filter(name -> name.startsWith(above) && !name.endsWith("/"))
                    .map(name -> name.substring(above.length()))
                    .collect(Collectors.toSet());
            Set<String> wanted = RoomClasses.of(LAB, required).reference().keySet().stream()
                    .map(name -> name.replaceFirst(".*\\.", "") + ".class")
                    .collect(Collectors.toSet());
            wanted.add("README.md");
            assertEquals(wanted, names);
            String readme = new String(found.getOrDefault(above + "README.md", new byte[0]), StandardCharsets.UTF_8);
            assertTrue(readme.endsWith("---\n"), readme);
        }
    }

    @Test
    void everyIdeFindsTheSameJarsInThePack() throws IOException {
        Packed some = Pack.write(LAB, rooms("pca", "tablesaw-tables"), true, "Sheet 8", folder.resolve("sheet-8.zip"));
        Path home = Unpacked.in(Files.createDirectory(folder.resolve("for IDEs")), some.file());
        List<String> inPom = found("<systemPath>[$][{]pack[}]/([^<]+)<", home.resolve("workspace/pom.xml"));
        List<String> inClasspath = found("kind=\"lib\" path=\"[.][.]/([^\"]+)\"", home.resolve("workspace/.classpath"));
        assertEquals(inPom, inClasspath);
        assertEquals(inPom.size(), Set.copyOf(inPom).size());
        for (String jar : inPom) {
            assertTrue(Files.isRegularFile(home.resolve(jar)), jar);
        }
        assertEquals("", missing(home, inPom), "classes that jars of the lab need, and an IDE does not find");
        for (String above : List.of("", "workspace/")) {
            String settings = Files.readString(home.resolve(above + ".vscode/settings.json"));
            assertTrue(settings.contains("\"java.import.maven.enabled\": false"), settings);
        }
        assertTrue(inPom.stream().anyMatch(jar -> jar.contains("/tablesaw-core-")), inPom.toString());
        assertEquals(List.of("sheet-8"), found("<name>(sheet[^<]*)<", home.resolve("workspace/.project")));
        assertTrue(Files.readString(home.resolve("README.md"))
                .contains("To write in an IDE, open the folder `workspace`"));
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What the jars of the lab among these need of others, and these do not have. */
    private static String missing(Path home, List<String> jars) {
        List<String> paths =
                jars.stream().map(jar -> home.resolve(jar).toString()).toList();
        List<String> arguments = new ArrayList<>(List.of("--multi-release", "17", "--missing-deps", "-cp"));
        arguments.add(String.join(File.pathSeparator, paths));
        paths.stream()
                .filter(path -> path.matches(".*/(rooms|(kit|datasets|checks)-[^/]*)[.]jar"))
                .forEach(arguments::add);
        assertEquals(5 + 4, arguments.size(), arguments.toString());
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return said.toString();
    }

    @Test
    void smallLibrariesComeAlong() throws IOException {
        Packed some = Pack.write(LAB, rooms("xchart-plots"), true, "Sheet 7", folder.resolve("sheet-7.zip"));
        Map<String, byte[]> found = entries(Files.readAllBytes(some.file()), "");
        String list = new String(
                found.getOrDefault("sheet-7/libraries/xchart-plots.txt", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(list.matches("org/knowm/xchart/xchart/[^/]+/xchart-[^/]+\\.jar\n"), list);
        assertTrue(found.containsKey("sheet-7/libraries/" + list.strip()));
        assertEquals(List.of(), some.leftOut());
    }

    @Test
    void aRoomWhoseLibrariesAreLargeIsLeftOutAndNamed() throws IOException {
        Packed some = Pack.write(LAB, rooms("pca", "cnn-mnist"), true, "Sheet 5", folder.resolve("sheet-5.zip"));
        assertEquals(rooms("pca"), some.rooms());
        String why = "The room cnn-mnist is not in the pack: its libraries (gradus:djl:pom) are larger than 50 MB."
                + " Who solves it needs the lab itself.";
        assertEquals(List.of(why), some.leftOut());
        assertEquals(
                "There is nothing to pack. " + why,
                assertThrows(
                                Trouble.class,
                                () -> Pack.write(
                                        LAB, rooms("cnn-mnist"), true, "Sheet 6", folder.resolve("sheet-6.zip")))
                        .getMessage());
    }
}
