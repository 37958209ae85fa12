package gradus.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.Judge;
import gradus.grader.OutcomeJson;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.author.Mistakes;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.workspace.Workspace;
import gradus.kit.figure.Drawing;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab answers, and to whom. */
class ServerTest {

    /** An answer as it comes over the wire. */
    private record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        String trouble() {
            return json().get("trouble").getAsString();
        }
    }

    @TempDir
    private Path folder;

    private @Nullable OpenLab opened;
    private int port;
    private String cookie = "";
    private Path file = Path.of("none");

    @BeforeEach
    void openLab() throws IOException {
        OpenLab lab = new OpenLab(folder);
        opened = lab;
        port = lab.port();
        Answer entered = ask("GET", lab.entrance(), Map.of(), "");
        assertEquals(302, entered.status());
        String set = entered.header("set-cookie");
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
        cookie = set.substring(0, set.indexOf(';'));
        file = folder.resolve("src/decompositions/pca/Pca.java");
    }

    @AfterEach
    void closeLab() {
        Objects.requireNonNull(opened).close();
    }

    private Map<String, String> headers(String method) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "127.0.0.1:" + port);
        all.put("Connection", "close");
        all.put("Cookie", cookie);
        if (method.equals("POST")) {
            all.put("Origin", "http://127.0.0.1:" + port);
            all.put("Content-Type", "application/json");
        }
        return all;
    }

    /** With the host's name and the cookie, unless the headers say otherwise. */
    private Answer ask(String method, String path, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = headers(method);
        all.putAll(headers);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, method + " " + path, all, body);
            return answer(socket.getInputStream());
        }
    }

    private static void send(Socket socket, String what, Map<String, String> headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(what + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        try {
            out.write(content);
            out.flush();
        } catch (IOException e) {
            // A body that is too large is not read to its end.
        }
    }

    /** Sends what a page sends, and leaves the answer to be read while it comes. */
    private BufferedReader begin(Socket socket, String path, String body) throws IOException {
        send(socket, "POST " + path, headers("POST"), body);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Answer answer(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            body = body.replaceAll("(?m)^[0-9a-fA-F]+\r\n", "").replace("\r\n", "");
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }

    private Answer get(String path) throws IOException {
        return ask("GET", path, Map.of(), "");
    }

    private Answer post(String path, String body) throws IOException {
        return ask("POST", path, Map.of(), body);
    }

    @Test
    @DisplayName("who has not the address that the terminal shows is not let in")
    void strangers() throws IOException {
        Answer without = ask("GET", "/", Map.of("Cookie", ""), "");
        assertEquals(401, without.status());
        assertEquals(
                "This browser has not been let in yet, or the lab was started anew. Open the address that 'gradus open'"
                        + " printed.",
                without.trouble());
        assertEquals(401, ask("GET", "/", Map.of("Cookie", cookie + "0"), "").status());
        assertEquals(401, ask("GET", "/progress.json", Map.of("Cookie", ""), "").status());

        Answer wrong = ask("GET", "/enter?token=0123", Map.of("Cookie", "", "Accept", "text/html"), "");
        assertEquals(403, wrong.status());
        assertTrue(wrong.body().contains("This address is not the one that the terminal shows."), wrong.body());
        assertFalse(wrong.headers().containsKey("set-cookie"));
        assertEquals(403, ask("GET", "/enter", Map.of("Cookie", ""), "").status());
    }

    @Test
    @DisplayName("a browser with a cookie of an earlier lab reads what to do, and the new address lets it in")
    void earlierCookie() throws IOException {
        closeLab();
        OpenLab again = new OpenLab(folder, port);
        opened = again;

        Answer page = ask("GET", "/rooms/pca", Map.of("Accept", "text/html"), "");
        assertEquals(401, page.status());
        assertTrue(
                page.body()
                        .replace("&#x27;", "'")
                        .contains("This browser has not been let in yet, or the lab was started anew. Open the address"
                                + " that 'gradus open' printed."),
                page.body());
        assertFalse(page.body().contains("href=\"/\""), "a link that leads to this page again: " + page.body());
        assertFalse(Files.exists(file), "a room was begun");

        String set = ask("GET", again.entrance(), Map.of(), "").header("set-cookie");
        cookie = set.substring(0, set.indexOf(';'));
        assertEquals(200, get("/rooms/pca").status());
    }

    @Test
    @DisplayName("other names of this machine, and pages of others, get nothing")
    void otherPages() throws IOException {
        for (String host :
                List.of("evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:" + port)) {
            Answer answer = ask("GET", "/", Map.of("Host", host), "");
            assertEquals(403, answer.status(), host);
        }
        assertEquals(
                200, ask("GET", "/", Map.of("Host", "localhost:" + port), "").status());
        for (String origin :
                List.of("", "null", "http://evil.example", "https://127.0.0.1:" + port, "http://127.0.0.1:1", "%")) {
            Answer answer = ask("POST", "/rooms/pca/hint", Map.of("Origin", origin), "{}");
            assertEquals(403, answer.status(), origin);
            assertEquals("The lab takes requests from its own pages only.", answer.trouble());
        }
        assertEquals(
                403,
                ask("POST", "/rooms/pca/hint", Map.of("Sec-Fetch-Site", "cross-site"), "{}")
                        .status());
        assertEquals(
                415,
                ask("POST", "/rooms/pca/check", Map.of("Content-Type", "text/plain"), "{}")
                        .status());
    }

    @Test
    @DisplayName("pages may load only what the lab itself serves")
    void policy() throws IOException {
        Answer page = get("/rooms/pca");
        String policy = page.header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.header("x-content-type-options"));
        assertFalse(page.body().matches("(?s).*(src|href)=\"(https?:)?//.*"), "something of another machine");
        assertFalse(page.body().contains(" style="), "a style in the page");
    }

    @Test
    @DisplayName("only assets are served, whatever the path says")
    void paths() throws IOException {
        assertEquals(200, get("/assets/lab.css").status());
        assertEquals(200, get("/lib/codemirror/lib/codemirror.js").status());
        for (String path : List.of(
                "/assets/../words.properties",
                "/assets/%2e%2e/words.properties",
                "/assets/..%2fwords.properties",
                "/lib/codemirror/../../../../../gradus/web/words.properties",
                "/lib/codemirror/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/gradus/web/words.properties",
                "/lib/none/x.js",
                "/lib/mathjax//etc/passwd",
                "/rooms/../../etc/passwd",
                "/rooms/pca/../../../etc/passwd",
                "/nothing")) {
            int status = get(path).status();
            assertTrue(status == 404 || status == 400, path + ": " + status);
        }
    }

    @Test
    @DisplayName("what no page sends is answered in plain words, and does no harm")
    void badRequests() throws IOException {
        get("/rooms/pca");
        String before = Files.readString(file);
        for (String body : List.of("", "{", "[]", "null", "{\"files\":[null]}", "{\"files\":[{\"path\":\"x\"}]}")) {
            Answer answer = post("/rooms/pca/files", body);
            assertEquals(400, answer.status(), body);
            assertEquals("The request is not what the lab's pages send.", answer.trouble(), body);
        }
        Answer outside =
                post("/rooms/pca/files", "{\"files\":[{\"path\":\"../../evil.txt\",\"text\":\"x\",\"version\":\"\"}]}");
        assertEquals("'../../evil.txt' is not a file of this room.", outside.trouble());
        Answer unknown = get("/rooms/pcaa");
        assertEquals(404, unknown.status());
        assertEquals("There is no room 'pcaa'.", unknown.trouble());
        assertEquals(404, get("/rooms/kmeans-segments").status(), "planned");
        Answer large = post("/rooms/pca/files", "\"" + "x".repeat(5_000_000) + "\"");
        assertEquals(413, large.status());
        assertEquals("That is more than a room's files may be: 4 MB.", large.trouble());
        Answer value = post("/rooms/pca/figure", "{\"values\":{\"component\":\"99\"},\"reference\":true}");
        assertEquals(400, value.status(), value.body());
        assertEquals(before, Files.readString(file));
    }

    @Test
    @DisplayName("a check saves first, tells each check, and ends with the terminal's verdict")
    void checks() throws IOException {
        get("/rooms/pca");
        JsonObject starter = file("pca");
        JsonObject untouched = verdict(post("/rooms/pca/check", "{\"tab\":\"a\"}"));
        assertEquals("not-attempted", untouched.get("outcome").getAsString());

        starter.addProperty("text", reference("pca"));
        Answer answer = post("/rooms/pca/check", body(starter));

        assertEquals(reference("pca"), Files.readString(file));
        List<JsonObject> lines = lines(answer);
        JsonObject passed = verdict(answer);
        assertEquals("passed", passed.get("outcome").getAsString());
        long told = lines.stream().filter(line -> line.has("check")).count();
        assertEquals(passed.getAsJsonArray("checks").size(), told);
        assertTrue(get("/progress").body().contains("solved"));
        assertEquals(
                1,
                get("/progress.json").json().getAsJsonObject("rooms").getAsJsonObject("pca").entrySet().stream()
                        .filter(entry -> entry.getKey().equals("passed"))
                        .count());
    }

    @Test
    @DisplayName("where the process with the learner's code is killed, its check says so, and the next ones are run")
    void killedWorker() throws Exception {
        get("/rooms/pca");
        Path go = folder.resolve("go");
        JsonObject waiting = file("pca");
        waiting.addProperty(
                "text",
                reference("pca")
                        .replace(
                                "double[] mean = Matrix.columnMeans(X);",
                                "while (!new java.io.File(\"" + go + "\").exists()) { Thread.onSpinWait(); }"
                                        + " double[] mean = Matrix.columnMeans(X);"));
        List<JsonObject> lines;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader page = begin(socket, "/rooms/pca/check", body(waiting));
            until(page, "\"files\"");
            busiestWorker().destroyForcibly();
            Files.createFile(go);
            lines = jsonLines(page.lines());
        }

        JsonObject verdict = lines.get(lines.size() - 1).getAsJsonObject("outcome");
        JsonArray checks = verdict.getAsJsonArray("checks");
        assertEquals(
                "The system ended the process with your code, as it does when memory runs out. Look for arrays that are"
                        + " far larger than the data, or that are kept when they are done with.",
                checks.get(0).getAsJsonObject().get("message").getAsString());
        assertEquals("passed", checks.get(1).getAsJsonObject().get("status").getAsString());

        JsonObject right = file("pca");
        right.addProperty("text", reference("pca"));
        assertEquals(
                "passed",
                verdict(post("/rooms/pca/check", body(right))).get("outcome").getAsString());

        List<ProcessHandle> workers = ProcessHandle.current().descendants().toList();
        closeLab();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /** The worker that computes, not one that waits. */
    private static ProcessHandle busiestWorker() throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            Map<ProcessHandle, Duration> before = usedByWorkers();
            Thread.sleep(300);
            for (Map.Entry<ProcessHandle, Duration> now : usedByWorkers().entrySet()) {
                Duration used = now.getValue().minus(before.getOrDefault(now.getKey(), now.getValue()));
                if (used.toMillis() > 100 && now.getValue().toSeconds() >= 1) {
                    return now.getKey();
                }
            }
        }
        throw new AssertionError("no worker computes");
    }

    private static Map<ProcessHandle, Duration> usedByWorkers() {
        return ProcessHandle.current()
                .descendants()
                .collect(Collectors.toMap(
                        Function.identity(),
                        worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    @Test
    @DisplayName("what the learner's code says is text, never a part of the page")
    void escapes() throws IOException {
        get("/rooms/pca");
        JsonObject changed = file("pca");
        changed.addProperty(
                "text",
                reference("pca")
                        .replace(
                                "double[] mean = Matrix.columnMeans(X);",
                                "System.out.println(\"<script>alert(1)</script>\");"
                                        + " if (true) throw new IllegalStateException(\"<img src=x onerror=alert(1)>\");"
                                        + " double[] mean = Matrix.columnMeans(X);"));

        Answer answer = post("/rooms/pca/check", body(changed));

        for (JsonObject line : lines(answer)) {
            for (String part : List.of("check", "html")) {
                if (line.has(part)) {
                    String html = line.get(part).getAsString();
                    assertFalse(html.contains("<script") || html.contains("<img"), html);
                }
            }
        }
        assertTrue(answer.body().contains("&lt;script") || answer.body().contains("\\u0026lt;script"), answer.body());
        String page = get("/rooms/pca").body();
        assertFalse(page.contains("<script>alert(1)"), "the editor's text");
    }

    @Test
    @DisplayName("of two texts of one file, the one that gives way is kept")
    void conflicts() throws IOException {
        get("/rooms/pca");
        JsonObject mine = file("pca");
        String starter = mine.get("text").getAsString();
        Files.writeString(file, starter + "// from an IDE\n");
        mine.addProperty("text", starter + "// from the page\n");

        Answer refused = post("/rooms/pca/check", body(mine));
        assertEquals(409, refused.status());
        assertEquals(
                starter + "// from an IDE\n",
                refused.json().getAsJsonObject("conflict").get("text").getAsString());
        assertEquals(starter + "// from an IDE\n", Files.readString(file), "nothing is written yet");

        Path kept =
                Path.of(post("/rooms/pca/keep", body(mine)).json().get("kept").getAsString());
        assertEquals(starter + "// from the page\n", Files.readString(kept));
        assertEquals(starter + "// from an IDE\n", Files.readString(file));

        kept = Path.of(post("/rooms/pca/replace", body(mine)).json().get("kept").getAsString());
        assertEquals(starter + "// from an IDE\n", Files.readString(kept));
        assertEquals(starter + "// from the page\n", Files.readString(file));
    }

    @Test
    @DisplayName("a figure is drawn with the values of its sliders, with words for who cannot see it")
    void figures() throws IOException {
        get("/rooms/pca");
        JsonObject notYet = post("/rooms/pca/figure", "{}").json();
        assertTrue(
                notYet.get("reason").getAsString().startsWith("The figure needs a part that is not written yet: fit"));

        Answer nothing = get("/rooms/pca/figure.png?tab=a");
        assertEquals(404, nothing.status());
        assertEquals("Nothing is drawn yet. Draw the figure first.", nothing.trouble());

        JsonObject first = post("/rooms/pca/figure", "{\"reference\":true}").json();
        JsonObject second = post(
                        "/rooms/pca/figure", "{\"tab\":\"a\",\"values\":{\"component\":\"2\"},\"reference\":true}")
                .json();

        assertTrue(first.get("picture").getAsString().startsWith("data:image/png;base64,"));
        assertFalse(first.get("picture").equals(second.get("picture")));
        assertTrue(first.get("description").getAsString().startsWith("Four measurements of 150 irises"));
        Answer svg = get("/rooms/pca/figure.svg?tab=a");
        assertEquals("attachment; filename=\"pca.svg\"", svg.header("content-disposition"));
        assertTrue(svg.body().contains("<svg"));
        assertTrue(svg.body().contains("components 2 and 3"), "the picture that the tab shows");
    }

    @Test
    @DisplayName("the page's picture is the terminal's, pixel for pixel, whatever was drawn before it")
    void samePictures() throws IOException {
        Room room = OpenLab.CHECKOUT.roadmap().room("gradient-descent").orElseThrow();
        get("/rooms/gradient-descent");
        List<Source> sources = RoomClasses.read(room, room.sources());
        new Workspace(folder).put(sources);
        for (String steps : List.of("20", "3", "8")) {
            JsonObject page = post("/rooms/gradient-descent/figure", "{\"values\":{\"steps\":\"" + steps + "\"}}")
                    .json();
            Drawing terminal = assertInstanceOf(
                            FigureRun.Result.Drawn.class,
                            FigureRun.of(OpenLab.CHECKOUT, room)
                                    .orElseThrow()
                                    .draw(new Submission(folder, sources), Map.of("steps", steps)))
                    .drawing();
            assertEquals(terminal.description(), page.get("description").getAsString());
            String data = page.get("picture").getAsString().replace("data:image/png;base64,", "");
            BufferedImage shown =
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
            assertArrayEquals(pixels(terminal.image(1.5)), pixels(shown));
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    @DisplayName("a table of the learner's own is drawn instead of the room's, or it is said what does not fit")
    void ownTables() throws IOException {
        get("/rooms/pca");
        assertEquals(
                "2 columns of 4 rows of your table, in 2 groups.",
                table("pca", "a,b,kind\n1,2,x\n2,4,y\n3,7,x\n4,7,y\n,1,x\n")
                        .get("description")
                        .getAsString()
                        .split(" Left:")[0]);
        assertEquals(
                "table must have 2 to 12 columns of numbers, but has 1.",
                table("pca", "a,b\n1,x\n2,y\n").get("trouble").getAsString());
        assertEquals(
                "table: line 3 must have 2 values separated by commas, as the header has, but has 1.",
                table("pca", "a,b\n1,2\n3\n").get("trouble").getAsString());
        assertEquals(
                "table must be a CSV file with a header line, at most 1,000,000 characters, but has 1,000,004.",
                table("pca", "a,b\n" + "1".repeat(1_000_000)).get("trouble").getAsString());
    }

    @Test
    @DisplayName("two columns of the learner's own table are drawn where a room is about two")
    void ownPairs() throws IOException {
        StringBuilder csv = new StringBuilder("width,kind,height\n");
        for (int i = 0; i < 9; i++) {
            csv.append(i).append(",k,").append(3 + 2 * i).append('\n');
        }
        get("/rooms/moments");
        String moments = table("moments", csv.toString()).get("description").getAsString();
        assertTrue(
                moments.startsWith("Left: 9 rows of your table. The predicted line has slope 2.000 and goes through the"
                        + " means, 4.000 and 11.00; the correlation is 1.000."),
                moments);
        String line =
                table("linear-regression", csv.toString()).get("description").getAsString();
        assertTrue(line.startsWith("9 rows of your table. Top: the line height = 3.00000 + 2.000000 · width"), line);
        assertEquals(
                "table must have 2 columns of numbers, x first and then y, but has 1.",
                table("moments", "a\n1\n2\n").get("trouble").getAsString());
        assertEquals(
                "table must have 8 to 5,000 rows without gaps, but has 2.",
                table("linear-regression", "a,b\n1,2\n2,4\n").get("trouble").getAsString());
        assertEquals(
                "table: the values of b must not all be equal.",
                table("moments", "a,b\n" + "1,2\n".repeat(4) + "3,2\n".repeat(4))
                        .get("trouble")
                        .getAsString());
    }

    private JsonObject table(String room, String csv) throws IOException {
        JsonObject values = new JsonObject();
        values.addProperty("table", csv);
        JsonObject body = new JsonObject();
        body.add("values", values);
        body.addProperty("reference", true);
        return post("/rooms/" + room + "/figure", body.toString()).json();
    }

    @Test
    @Tag("system")
    @DisplayName("training tells its losses; it ends when it is stopped, and when the browser is closed")
    void training() throws Exception {
        get("/rooms/cnn-mnist");
        new Workspace(folder).apply(OpenLab.CHECKOUT.roadmap().room("cnn-mnist").orElseThrow());
        String small = "{\"tab\":\"a\",\"values\":{\"images\":\"512\",\"epochs\":\"1\"},\"reference\":true}";
        List<JsonObject> lines = lines(post("/rooms/cnn-mnist/figure", small));
        assertEquals(
                16,
                lines.stream()
                        .filter(line -> line.has("losses"))
                        .mapToInt(line -> line.getAsJsonArray("losses").size())
                        .sum());
        assertTrue(lines.get(lines.size() - 1).has("picture"));

        String large = "{\"tab\":\"b\",\"values\":{\"images\":\"16384\",\"epochs\":\"5\"}}";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader page = begin(socket, "/rooms/cnn-mnist/figure", large);
            until(page, "losses");
            post("/rooms/cnn-mnist/figure/stop", "{\"tab\":\"b\"}");
            assertEquals("{\"reason\":\"Stopped.\"}", until(page, "reason"));
        }
        assertIdle();

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            until(begin(socket, "/rooms/cnn-mnist/figure", large), "losses");
        }
        assertIdle();
    }

    private static String until(BufferedReader page, String part) throws IOException {
        for (String line = page.readLine(); line != null; line = page.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("no line with " + part);
    }

    /** No worker works any more. */
    private static void assertIdle() throws InterruptedException {
        Duration before = Duration.ZERO;
        for (int second = 0; second < 30; second++) {
            Duration now = ProcessHandle.current()
                    .descendants()
                    .flatMap(worker -> worker.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
            if (second > 0 && now.minus(before).toMillis() < 200) {
                return;
            }
            before = now;
            Thread.sleep(1000);
        }
        throw new AssertionError("a worker trains for nobody");
    }

    @Test
    @DisplayName("who asks for more than a page does is told to wait")
    void tooMany() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/assets/lab.css"))
                .header("Cookie", cookie)
                .build();
        List<String> refused = IntStream.range(0, 1000)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 429)
                .map(HttpResponse::body)
                .distinct()
                .toList();
        assertEquals(
                List.of("{\"trouble\":\"Those were more requests in a second than a page makes. Wait a moment.\"}"),
                refused);
    }

    @Test
    @DisplayName("nobody outside of this machine can connect, and a port in use is said")
    void listens() throws IOException {
        List<InetAddress> others = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                others.addAll(Collections.list(network.getInetAddresses()));
            }
        }
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThrows(
                        IOException.class,
                        () -> socket.connect(new InetSocketAddress(other, port), 2000),
                        () -> other + " answers");
            }
        }
        assertThrows(IOException.class, () -> new LocalLab().open(OpenLab.CHECKOUT, new Workspace(folder), port));
    }

    @Test
    @Tag("system")
    @DisplayName("for each mistake of three rooms the page says what the judge of the terminal says")
    void sameVerdicts() throws IOException {
        for (String id : List.of("pca", "gradient-descent", "bayes-rule")) {
            Room room = OpenLab.CHECKOUT.roadmap().room(id).orElseThrow();
            get("/rooms/" + id);
            for (Mistake mistake : room.mistakes()) {
                List<Source> sources = Mistakes.apply(mistake, RoomClasses.read(room, room.sources()));
                new Workspace(folder).put(sources);
                JsonObject page = verdict(post("/rooms/" + id + "/check", "{\"tab\":\"a\"}"));
                Settings settings = Settings.quick(page.get("seed").getAsLong());
                JsonObject terminal = OutcomeJson.of(new Judge(OpenLab.CHECKOUT)
                        .check(room, new Submission(new Workspace(folder).mainFile(room), sources), settings));
                assertEquals(withoutTimes(terminal), withoutTimes(page), id + ": " + mistake.id());
            }
        }
    }

    private static JsonObject withoutTimes(JsonObject verdict) {
        verdict.remove("seconds");
        verdict.getAsJsonArray("checks")
                .forEach(check -> check.getAsJsonObject().remove("seconds"));
        return verdict;
    }

    @Test
    @Tag("system")
    @DisplayName("eight tabs that check at once get each the verdict on its own room")
    void manyTabs() throws Exception {
        List<String> rooms = List.of(
                "pca",
                "gradient-descent",
                "bayes-rule",
                "counting",
                "moments",
                "vector-ops",
                "svd-lowrank",
                "nmf-parts");
        ExecutorService tabs = Executors.newFixedThreadPool(rooms.size());
        try {
            List<Future<JsonObject>> verdicts = new ArrayList<>();
            for (String id : rooms) {
                Room room = OpenLab.CHECKOUT.roadmap().room(id).orElseThrow();
                get("/rooms/" + id);
                if (rooms.indexOf(id) % 2 == 0) {
                    new Workspace(folder).apply(room);
                }
            }
            for (String id : rooms) {
                verdicts.add(tabs.submit(() -> verdict(post("/rooms/" + id + "/check", "{\"tab\":\"" + id + "\"}"))));
            }
            for (int i = 0; i < rooms.size(); i++) {
                JsonObject verdict = verdicts.get(i).get();
                assertEquals(rooms.get(i), verdict.get("room").getAsString());
                assertEquals(
                        i % 2 == 0 ? "passed" : "not-attempted",
                        verdict.get("outcome").getAsString(),
                        rooms.get(i));
            }
        } finally {
            tabs.shutdownNow();
        }
    }

    private JsonObject file(String room) throws IOException {
        JsonArray files =
                JsonParser.parseString(get("/rooms/" + room + "/files").body()).getAsJsonArray();
        return files.get(0).getAsJsonObject();
    }

    private static String reference(String id) {
        Room room = OpenLab.CHECKOUT.roadmap().room(id).orElseThrow();
        return RoomClasses.read(room, room.sources()).get(0).text();
    }

    private static String body(JsonObject file) {
        JsonArray files = new JsonArray();
        files.add(file);
        JsonObject body = new JsonObject();
        body.addProperty("tab", "a");
        body.add("files", files);
        return body.toString();
    }

    private static List<JsonObject> lines(Answer answer) {
        return jsonLines(answer.body().lines());
    }

    private static List<JsonObject> jsonLines(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("{"))
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static JsonObject verdict(Answer answer) {
        List<JsonObject> lines = lines(answer);
        return lines.get(lines.size() - 1).getAsJsonObject("outcome");
    }
}
