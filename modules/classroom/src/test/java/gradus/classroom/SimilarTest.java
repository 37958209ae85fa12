package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.catalogue.Room;
import gradus.cli.Main;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose work is alike, found by the real JPlag, which Maven fetches. */
@Tag("system")
class SimilarTest {
    private static final Room ROOM =
            MadeUpWork.CHECKOUT.roadmap().room("eigen-solvers").orElseThrow();
    private static final List<String> WRITTEN = List.of("Eigen.java", "PowerIteration.java", "Rotation.java");

    /** Names that somebody wrote, and what somebody else makes of them. */
    private static final Map<String, String> NAMES = Map.of(
            "M", "matrix", "Q", "basis", "limit", "eps", "places", "order", "steps", "n", "image", "y", "history",
            "qs");

    @TempDir
    static Path folder;

    private static Path course = Path.of("");
    private static Path cache = Path.of("");
    private static JsonObject room = new JsonObject();
    private static String whileFetching = "";

    @BeforeAll
    static void collect() throws Exception {
        course = folder.resolve("course");
        cache = folder.resolve("cache");
        StringBuilder roster = new StringBuilder("id,name,email\n");
        new TreeMap<>(people()).forEach((id, sources) -> {
            roster.append(id).append(",Person ").append(id).append(",\n");
            write(folder.resolve("work").resolve(id), sources);
        });
        Path people = Files.writeString(folder.resolve("people.csv"), roster);
        gradus(folder, cache, 0, "", "class", "init", course.toString(), "--name", "Made up");
        gradus(course, cache, 0, "", "class", "roster", "import", people.toString());
        gradus(course, cache, 0, "", "class", "assign", "hw1", ROOM.id(), "pca", "--due", "2026-12-01T12:00+00:00");
        gradus(
                course,
                cache,
                0,
                "",
                "class",
                "collect",
                "hw1",
                folder.resolve("work").toString());
        whileFetching = gradus(course, cache, 0, "y\n", "class", "similar");
        room = JsonParser.parseString(gradus(course, cache, 0, "", "class", "similar", "--json"))
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
    }

    /** Two who solved the room on their own, what others made of the first one's work, and some who did not. */
    private static Map<String, List<Source>> people() throws IOException {
        List<Source> reference = RoomClasses.read(ROOM, ROOM.sources());
        List<Source> one = solution("one");
        return Map.of(
                "ada",
                one,
                "b.o+b-1@example.org",
                each(one, text -> reordered(renamed(text))),
                "cyd",
                each(
                        one,
                        text -> text.replaceAll("//[^\n]*", "// my own words")
                                .replaceAll("(?s)/\\*\\*.*?\\*/", "/** Of my own. */")
                                .replace("    ", "\t")),
                "dan",
                solution("two"),
                "eve",
                reference,
                "fay",
                reference.stream().map(Starter::of).toList(),
                "gil",
                each(one, text -> text.substring(0, text.lastIndexOf('}'))),
                "hal",
                each(
                        one,
                        text -> with(text, "int deep() { return " + "(".repeat(400_000) + ")".repeat(400_000) + "; }")),
                "ida",
                each(one, text -> with(text, "void all() {" + "all();".repeat(20_000) + "}")));
    }

    /** With another member at its end. */
    private static String with(String text, String member) {
        return text.substring(0, text.lastIndexOf('}')) + member + "}\n";
    }

    private static List<Source> solution(String name) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String file : WRITTEN) {
            String path = "similar/" + name + "/" + file;
            try (InputStream in = Objects.requireNonNull(SimilarTest.class.getResourceAsStream(path), path)) {
                sources.add(new Source(
                        "decompositions/eigensolvers/" + file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return sources;
    }

    private static List<Source> each(List<Source> sources, UnaryOperator<String> change) {
        return sources.stream()
                .map(source -> new Source(source.path(), change.apply(source.text())))
                .toList();
    }

    private static String renamed(String text) {
        String renamed = text;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            renamed = renamed.replaceAll("\\b" + name.getKey() + "\\b", name.getValue() + "_");
        }
        return renamed;
    }

    /** The last method first. */
    private static String reordered(String text) {
        int open = text.indexOf("{\n") + 2;
        int close = text.lastIndexOf('}');
        List<String> members =
                new ArrayList<>(List.of(text.substring(open, close).split("\n\n(?=    (?:/\\*\\*|private))")));
        Collections.reverse(members);
        return text.substring(0, open) + String.join("\n\n", members) + "\n}\n";
    }

    private static void write(Path place, List<Source> sources) {
        try {
            Files.createDirectories(place);
            for (Source source : sources) {
                Files.writeString(place.resolve(source.fileName()), source.text());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("names, order and comments hide nothing, and who wrote on their own is in no group")
    void groups() {
        assertEquals(1, room.getAsJsonArray("groups").size(), room.toString());
        assertEquals(
                List.of("ada", "b.o+b-1@example.org", "cyd"),
                texts(room.getAsJsonArray("groups").get(0).getAsJsonObject().getAsJsonArray("people")));
    }

    @Test
    @DisplayName("pairs say how alike they are and where")
    void pairs() {
        JsonArray pairs = room.getAsJsonArray("groups").get(0).getAsJsonObject().getAsJsonArray("pairs");
        JsonObject most = pairs.get(0).getAsJsonObject();

        assertEquals(3, pairs.size());
        assertEquals("ada", most.get("first").getAsString());
        assertEquals("cyd", most.get("second").getAsString());
        assertTrue(most.get("isEqual").getAsBoolean());
        assertTrue(most.get("similarity").getAsDouble() > 95, most.toString());
        JsonObject match = most.getAsJsonArray("matches").get(0).getAsJsonObject();
        assertTrue(WRITTEN.contains(match.getAsJsonObject("first").get("file").getAsString()), match.toString());
    }

    @Test
    @DisplayName("who handed in the reference is told apart")
    void reference() {
        JsonArray like = room.getAsJsonArray("likeReference");

        assertEquals(1, like.size(), like.toString());
        assertEquals("eve", like.get(0).getAsJsonObject().get("person").getAsString());
        assertTrue(like.get(0).getAsJsonObject().get("isEqual").getAsBoolean());
    }

    @Test
    @DisplayName("what cannot be compared is named, and the rest is compared all the same")
    void notCompared() {
        assertEquals(
                List.of("fay little", "gil syntax", "hal heavy", "ida long"),
                texts(
                        room.getAsJsonArray("notCompared"),
                        left -> left.get("person").getAsString() + " "
                                + left.get("why").getAsString()));
    }

    @Test
    @DisplayName("the licence is shown before anything is fetched, and what was found is said in words")
    void words() throws Exception {
        assertTrue(whileFetching.contains("GNU General Public License v3.0"), whileFetching);
        assertTrue(whileFetching.indexOf("Fetched") > whileFetching.indexOf("accept the licence"), whileFetching);
        assertTrue(whileFetching.contains("Alike: ada, b.o+b-1@example.org, cyd"), whileFetching);
        assertTrue(whileFetching.contains("Not compared, as it does not parse as Java: gil."), whileFetching);
        assertTrue(whileFetching.contains("The reference, but for comments and blanks: eve."), whileFetching);
        assertTrue(whileFetching.contains("which texts are alike, not why"), whileFetching);
        assertTrue(Files.readString(course.resolve("reports/hw1/similar.html")).contains("Match 1: "));
        assertFalse(Files.exists(course.resolve(".gradus/similar")), "what was compared must not be left");
    }

    @Test
    @DisplayName("a room alone has a page of its own, and leaves that of all rooms as it is")
    void oneRoom() throws Exception {
        Path all = course.resolve("reports/hw1/similar.html");
        String before = Files.readString(all);

        String said = gradus(course, cache, 0, "", "class", "similar", "--room", ROOM.id(), "--threshold", "99");

        assertEquals(before, Files.readString(all));
        Path page = course.resolve("reports/hw1/similar-eigen-solvers.html");
        assertTrue(said.contains(page.toString()), said);
        assertTrue(Files.readString(page).contains("not compared on this page: Principal component analysis."));
    }

    @Test
    @DisplayName("where nobody can be asked, nothing is fetched, and the way out is said")
    void nobodyToAsk() throws Exception {
        Path other = folder.resolve("nobody");

        String said = gradus(course, other, 2, "", "class", "similar");

        assertTrue(said.contains("GNU General Public License v3.0"), said);
        assertTrue(said.contains("2.5 MB"), said);
        assertTrue(said.contains(other.resolve("gradus/programs/jplag-4.3.0").toString()), said);
        assertTrue(said.contains("add --accept-licence. Nothing was fetched."), said);
        assertFalse(Files.exists(other.resolve("gradus/programs")));
    }

    @Test
    @DisplayName("who says no gets nothing")
    void no() throws Exception {
        Path other = folder.resolve("no");

        String said = gradus(course, other, 2, "n\n", "class", "similar");

        assertTrue(said.contains("Then nothing was fetched, and nothing compared."), said);
        assertFalse(Files.exists(other.resolve("gradus/programs")));
    }

    @Test
    @DisplayName("without a network it says so, and keeps nothing")
    void noNetwork() throws Exception {
        Path other = folder.resolve("alone");
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), "<settings><offline>true</offline></settings>");
        ProcessBuilder builder = process(course, other, false, "class", "similar", "--accept-licence");
        builder.environment().put("MAVEN_OPTS", "-Duser.home=" + home);

        String said = said(builder, 2, "");

        assertTrue(said.contains("JPlag could not be fetched, and nothing of it is kept."), said);
        assertTrue(said.contains("this needs the network once"), said);
        try (Stream<Path> left = Files.list(other.resolve("gradus/programs"))) {
            assertEquals(
                    List.of("jplag-4.3.0.log"),
                    left.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    @DisplayName("a file that is not what was published is not run")
    void damaged() throws Exception {
        Path other = folder.resolve("damaged");
        Path from = cache.resolve("gradus/programs/jplag-4.3.0");
        Path to = Files.createDirectories(other.resolve("gradus/programs/jplag-4.3.0"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        byte[] jar = Files.readAllBytes(to.resolve("java-4.3.0.jar"));
        jar[jar.length / 2] ^= 1;
        Files.write(to.resolve("java-4.3.0.jar"), jar);

        String said = gradus(course, other, 2, "", "class", "similar");

        assertTrue(said.contains("java-4.3.0.jar is absent, or is not what was published."), said);
    }

    @Test
    @DisplayName("a room that is not assigned, and a threshold that is none, are refused in words")
    void refusals() throws Exception {
        assertTrue(gradus(course, cache, 2, "", "class", "similar", "--room", "vector-ops")
                .contains("has no room 'vector-ops', but eigen-solvers, pca"));
        assertTrue(gradus(course, cache, 2, "", "class", "similar", "--threshold", "101")
                .contains("--threshold must be a similarity in percent, from 1 to 100, but was 101."));
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }

    private static List<String> texts(JsonArray array, java.util.function.Function<JsonObject, String> text) {
        return array.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(text)
                .sorted()
                .toList();
    }

    /** Runs a command, on a terminal if there is something to answer, and returns what it said. */
    private static String gradus(Path at, Path cache, int code, String answers, String... words) throws Exception {
        return said(process(at, cache, !answers.isEmpty(), words), code, answers);
    }

    private static String said(ProcessBuilder builder, int code, String answers) throws Exception {
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(answers.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), said);
        return said;
    }

    private static ProcessBuilder process(Path at, Path cache, boolean isTerminal, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgradus.home=" + MadeUpWork.CHECKOUT.home().toAbsolutePath(),
                "-Dgradus.terminal=" + isTerminal,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return builder;
    }
}
