package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.OpenClass.Answer;
import gradus.classroom.OpenClass.Said;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grades;
import gradus.classroom.results.Adjustment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a class: what they answer, and to whom. */
class ServeTest {
    private static final String ASSIGNMENT = """
            title: %s
            due: 2026-11-20T12:00:00Z
            late: {percent-per-day: 10, days: 3, grace-minutes: 5}
            seed: a seed that nobody may know
            hints: yes
            hidden-checks: yes
            rooms:
              - {room: vector-ops, points: 26}
            """;

    @TempDir
    static Path folder;

    private static Course course = new Course(Path.of(""), "", Optional.empty());
    private static @Nullable OpenClass opened;

    @BeforeAll
    static void open() throws Exception {
        course = Course.create(folder.resolve("class"), "Machine Learning");
        new Roster(List.of(
                        new Person("ada", "Ada Lovelace", "ada@secret.org", Map.of()),
                        new Person("b@x+y", "<script>alert(1)</script>", "b@secret.org", Map.of())))
                .write(course);
        Files.writeString(course.assignmentFile("hw1"), String.format(ASSIGNMENT, "Homework & more"));
        Files.writeString(course.assignmentFile("hw2"), "title: Broken\n");
        Path work = folder.resolve("work");
        Files.createDirectories(work.resolve("ada"));
        Files.writeString(
                work.resolve("ada/Vectors.java"), "package linearalgebra.vectorops;\nfinal class Vectors {}\n");
        Said collected = OpenClass.gradus(course.folder(), "class", "collect", "hw1", work.toString());
        assertTrue(collected.words().contains("1 collected"), collected.words());
        opened = new OpenClass(course.folder());
        assertEquals(302, opened.enter().status());
    }

    @AfterAll
    static void close() {
        lab().close();
    }

    private static OpenClass lab() {
        return Objects.requireNonNull(opened);
    }

    private static void assertTellsNothing(Answer answer, String what) {
        for (String secret : List.of("Lovelace", "secret.org", "nobody may know", "Homework")) {
            assertFalse(answer.body().contains(secret), what + " tells " + secret);
        }
    }

    private static String words(Answer answer) {
        return answer.body()
                .replaceAll("(?s)<style.*?</style>|<title>.*?</title>", "")
                .replaceAll("<[^>]*>", "|");
    }

    @Test
    @DisplayName("who has not the address that the terminal shows sees nothing of the class")
    void strangers() throws IOException {
        for (String path : List.of("/", "/hw1/index.html", "/hw1/people/ada.html", "/hw1/audit.jsonl", "/nothing")) {
            for (String cookie : List.of("", lab().cookie() + "0", "gradus-" + lab().port() + "=")) {
                Answer answer = lab().ask("GET", path, Map.of("Cookie", cookie));
                assertEquals(401, answer.status(), path);
                assertTrue(
                        words(answer)
                                .contains("This browser has not been let in yet, or the lab was started anew. Open the"
                                        + " address that &#x27;gradus class serve&#x27; printed."),
                        words(answer));
                assertTellsNothing(answer, path);
                assertFalse(answer.body().contains("<a "), "a way on: " + answer.body());
            }
        }
        Answer wrong = lab().ask("GET", "/enter?token=0123", Map.of("Cookie", ""));
        assertEquals(403, wrong.status());
        assertTrue(words(wrong).contains("This address is not the one that the terminal shows."), words(wrong));
        assertFalse(wrong.headers().containsKey("set-cookie"));
    }

    @Test
    @DisplayName("a path with a slash at its end, or the folder of an assignment, leads to the page that is meant")
    void slashes() throws IOException {
        for (String path : List.of("/hw1", "/hw1/", "/hw1/index.html/")) {
            Answer answer = lab().get(path);
            assertEquals(302, answer.status(), path);
            assertEquals("/hw1/index.html", answer.header("location").replaceFirst("^http://[^/]*", ""), path);
        }
        String page = lab().get("/hw1/people/b%40x%2By.html/").header("location");
        assertEquals(200, lab().get(page.replaceFirst("^http://[^/]*", "")).status(), page);
        Answer other = lab().get("//evil.example/");
        assertFalse(
                other.headers().toString().contains("//evil"), other.headers().toString());
        assertEquals(401, lab().ask("GET", "/hw1/", Map.of("Cookie", "")).status());
    }

    @Test
    @DisplayName("other names of this machine get nothing")
    void otherNames() throws IOException {
        for (String host : List.of("evil.example:" + lab().port(), "127.0.0.1", "127.0.0.1:1")) {
            Answer answer = lab().ask("GET", "/hw1/index.html", Map.of("Host", host));
            assertEquals(403, answer.status(), host);
            assertTrue(words(answer).contains("The lab answers to this machine&#x27;s own names only."), words(answer));
            assertTellsNothing(answer, host);
        }
        assertEquals(
                200,
                lab().ask("GET", "/", Map.of("Host", "localhost:" + lab().port()))
                        .status());
    }

    @Test
    @DisplayName("pages may load nothing, are kept nowhere, and leave no trace elsewhere")
    void headers() throws IOException {
        String cookie = lab().enter().header("set-cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        for (String path : List.of("/", "/hw1/index.html", "/hw1/people/ada.html", "/hw1/audit/ada.html")) {
            Answer page = lab().get(path);
            String policy = page.header("content-security-policy");
            assertTrue(policy.startsWith("default-src 'none'; "), policy);
            assertFalse(policy.contains("unsafe"), policy);
            String nonce = policy.replaceAll(".*'nonce-([0-9a-f]+)'.*", "$1");
            assertTrue(page.body().contains("<style nonce=\"" + nonce + "\">"), path + ": " + policy);
            assertFalse(page.body().contains("<script") || page.body().matches("(?s).*(src|href)=\"(https?:)?//.*"));
            assertEquals("no-store", page.header("cache-control"));
            assertEquals("no-referrer", page.header("referrer-policy"));
            assertEquals("nosniff", page.header("x-content-type-options"));
            assertEquals("same-origin", page.header("cross-origin-resource-policy"));
        }
    }

    @Test
    @DisplayName("whatever a path says, no file is served and no folder is left")
    void paths() throws IOException {
        for (String path : List.of(
                "/class.yaml",
                "/roster.csv",
                "/assignments/hw1.yaml",
                "/.gradus/class.mv.db",
                "/hw1/people",
                "/hw1/people/nobody.html",
                "/hw1/people/ADA.html",
                "/hw1/received.json",
                "/hw3/index.html",
                "/HW1/index.html",
                "/hw1.yaml/index.html",
                "/assets/lab.css",
                "/progress")) {
            Answer answer = lab().get(path);
            assertEquals(404, answer.status(), path);
            assertTrue(words(answer).contains("There is no such page."), path + ": " + words(answer));
            assertTrue(answer.body().contains("<a href=\"/\">All assignments</a>"), "a way on: " + answer.body());
        }
        for (String path : List.of(
                "/../roster.csv",
                "/%2e%2e/roster.csv",
                "/hw1/../../class/roster.csv",
                "/hw1/people/../../../roster.csv",
                "/hw1/people/..%2f..%2froster.csv",
                "/hw1/people/%2e%2e/%2e%2e/roster.csv",
                "/hw1/people/..;/roster.csv",
                "/hw1/people/..%5c..%5croster.csv",
                "/hw1//etc/passwd",
                "//etc/passwd",
                "/hw1/people/%00",
                "/hw1/people/ada%00.html",
                "/%c0%ae%c0%ae/roster.csv")) {
            Answer answer = lab().get(path);
            assertTrue(answer.status() == 404 || answer.status() == 400, path + ": " + answer.status());
            assertTellsNothing(answer, path);
        }
    }

    @Test
    @DisplayName("nothing can be changed")
    void readOnly() throws IOException {
        String origin = "http://127.0.0.1:" + lab().port();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertEquals(
                    403, lab().ask(method, "/hw1/people/ada.html", Map.of()).status(), method);
            Answer ours = lab().ask(method, "/hw1/people/ada.html", Map.of("Origin", origin));
            assertTrue(ours.status() == 404 || ours.status() == 405, method + ": " + ours.status());
        }
    }

    @Test
    @DisplayName("the list names all assignments, and what is wrong with one of them")
    void list() throws IOException {
        Answer list = lab().get("/");

        assertEquals(200, list.status());
        String words = words(list);
        assertTrue(words.contains("Machine Learning"), words);
        assertTrue(words.contains("Homework &amp; more"), words);
        assertTrue(words.contains("1 of 2||handed in"), words);
        assertTrue(words.contains("0 of 1||graded so far"), words);
        assertTrue(words.contains("It is not graded yet. |1 person: "), words);
        assertTrue(words.contains("hw2.yaml"), words);
        Answer broken = lab().get("/hw2/index.html");
        assertEquals(503, broken.status());
        assertTrue(words(broken).contains("hw2.yaml"), words(broken));
    }

    @Test
    @DisplayName("names are text, and whoever has an odd id has a page all the same")
    void names() throws IOException {
        String page = lab().get("/hw1/index.html").body();
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("href=\"people/b%40x%2By.html\""), page);
        for (String path :
                List.of("/hw1/people/b%40x%2By.html", "/hw1/audit/b%40x%2By.html", "/hw1/people/b@x+y.html")) {
            Answer person = lab().get(path);
            assertEquals(200, person.status(), path);
            assertTrue(words(person).contains("&lt;script&gt;alert(1)&lt;/script&gt;"), words(person));
        }
    }

    @Test
    @DisplayName("data are shown as text, and not as what they might be taken for")
    void data() throws IOException {
        for (String path : List.of("/hw1/audit.jsonl", "/hw1/class.json", "/hw1/people/ada.json")) {
            Answer answer = lab().get(path);
            assertEquals(200, answer.status(), path);
            assertEquals(
                    "text/plain;charset=utf-8",
                    answer.header("content-type").replace(" ", "").toLowerCase(Locale.ROOT));
            assertTrue(answer.body().contains("\"ada\""), answer.body());
        }
    }

    @Test
    @DisplayName("a page shows what was done a moment ago, also while another command has the class open")
    void live() throws IOException {
        try (Database database = Database.of(course)) {
            new Grades(database).adjust("hw1", new Adjustment("ada", 2, "Said it well.", "M. Meier", Instant.EPOCH));

            Answer page = lab().get("/hw1/people/ada.html");
            assertTrue(
                    words(page).contains("Changed by M. Meier, 1970-01-01 00:00 (+00:00): Said it well."), words(page));
            new Grades(database).adjust("hw1", new Adjustment("ada", 3, "Again.", "M. Meier", Instant.EPOCH));

            page = lab().get("/hw1/people/ada.html");
            assertTrue(words(page).contains("5 of 26 points"), words(page));
            assertTrue(words(lab().get("/hw1/audit/ada.html")).contains("|adjustment||3||Again.|"));
        }
    }

    @Test
    @DisplayName("an unknown assignment, a wrong port and one in use are named before anything is served")
    void wrongUse() throws Exception {
        Said unknown = OpenClass.gradus(course.folder(), "class", "serve", "hw7");
        assertEquals(2, unknown.code());
        assertEquals("There is no assignment 'hw7'. There are hw1, hw2.\n", unknown.words());
        Said noPort = OpenClass.gradus(course.folder(), "class", "serve", "--port", "70000");
        assertEquals(2, noPort.code());
        assertEquals("--port must be a number from 0 to 65535, but was 70000.\n", noPort.words());
        Said inUse = OpenClass.gradus(course.folder(), "class", "serve", "--port", Integer.toString(lab().port()));
        assertEquals(2, inUse.code());
        assertTrue(
                inUse.words().startsWith("Port " + lab().port() + " cannot be used (")
                        && inUse.words()
                                .endsWith(
                                        "another program may use it. Without --port the lab takes one that is free.\n"),
                inUse.words());
    }

    @Test
    @DisplayName("with an assignment it begins there")
    void first() throws IOException {
        try (OpenClass begun = new OpenClass(course.folder(), "hw1")) {
            Answer entered = begun.enter();
            assertEquals("/hw1/index.html", entered.header("location").replaceFirst("^http://[^/]*", ""));
            assertEquals(200, begun.get("/hw1/index.html").status());
        }
    }
}
