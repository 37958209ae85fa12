package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.FigureRun;
import gradus.grader.Headway;
import gradus.grader.Outcome;
import gradus.grader.OutcomeJson;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.kit.figure.Drawing;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** What the pages ask for, over HTTP. */
final class Server implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";
    private static final long MAX_BODY = 4_000_000;
    private static final String NONCE = "nonce";

    /** The libraries of the pages, and where they are on the class path. */
    private static final Map<String, String> LIBRARIES =
            Stream.of("codemirror", "mathjax").collect(Collectors.toMap(Function.identity(), Server::webJar));

    /** What a page sends. */
    private record Request(
            @Nullable String tab,
            @Nullable List<Bench.File> files,
            @Nullable Map<String, String> values,
            boolean full,
            boolean reference) {
        List<Bench.File> changed() {
            return files == null ? List.of() : files;
        }

        String tabName() {
            return tab == null ? "" : tab;
        }
    }

    private final Bench bench;
    private final Guard guard;
    private final Javalin javalin;

    /**
     * @param port that is free
     * @param hasVersion6 whether this machine has the loopback address of IPv6
     */
    Server(Bench bench, int port, boolean hasVersion6) {
        this.bench = bench;
        this.guard = new Guard(port);
        this.javalin = Javalin.create(config -> configure(config, port, hasVersion6));
    }

    /** What to open. */
    String address() {
        return "http://" + LOOPBACK + ":" + javalin.port() + "/enter?token=" + guard.token();
    }

    void start() {
        javalin.start();
    }

    @Override
    public void close() {
        javalin.stop();
        bench.close();
    }

    private void configure(JavalinConfig config, int port, boolean hasVersion6) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.host = LOOPBACK;
        config.jetty.port = port;
        if (hasVersion6) {
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server);
                connector.setHost(LOOPBACK);
                connector.setPort(port);
                return connector;
            });
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server);
                connector.setHost(LOOPBACK_6);
                connector.setPort(port);
                return connector;
            });
        }
        config.routes
                .before(request -> {
                    String nonce = Guard.nonce();
                    request.attribute(NONCE, nonce);
                    guard.protect(request, nonce);
                    guard.check(request);
                })
                .get("/enter", request -> {
                    guard.letIn(request);
                    request.redirect("/");
                })
                .get("/", request -> request.html(RoadmapPage.of(bench, nonce(request))))
                .get("/progress", request -> request.html(ProgressPage.of(bench, nonce(request))))
                .get(
                        "/progress.json",
                        request -> json(request, bench.workspace().progress()))
                .get("/assets/{name}", Server::asset)
                .get("/lib/{library}/<path>", Server::library)
                .get(
                        "/rooms/{id}",
                        request ->
                                request.html(RoomPage.of(bench, bench.start(request.pathParam("id")), nonce(request))))
                .get("/rooms/{id}/files", request -> json(request, bench.files(room(request))))
                .post("/rooms/{id}/files", this::save)
                .post("/rooms/{id}/replace", this::replace)
                .post("/rooms/{id}/keep", this::keep)
                .post("/rooms/{id}/reset", this::reset)
                .post("/rooms/{id}/check", this::check)
                .post("/rooms/{id}/stop", this::stop)
                .post("/rooms/{id}/hint", request -> json(request, RoomPage.hints(bench, room(request))))
                .post("/rooms/{id}/solution", this::solution)
                .post("/rooms/{id}/figure", this::figure)
                .get("/rooms/{id}/figure.png", request -> picture(request, "png"))
                .get("/rooms/{id}/figure.svg", request -> picture(request, "svg"))
                .exception(Trouble.class, (trouble, request) -> refuse(request, trouble.status(), said(trouble)))
                .exception(
                        JsonParseException.class, (trouble, request) -> refuse(request, 400, Words.of("trouble.json")))
                .exception(
                        HttpResponseException.class,
                        (trouble, request) -> refuse(
                                request,
                                trouble.getStatus(),
                                Words.of(
                                        trouble.getStatus() == 413
                                                ? "trouble.large"
                                                : trouble.getStatus() == 404 ? "trouble.page" : "trouble.json")))
                .exception(Exception.class, (fault, request) -> {
                    fault.printStackTrace();
                    refuse(request, 500, Words.of("trouble.fault", fault.toString()));
                });
    }

    private static String nonce(Context request) {
        return String.valueOf(request.<String>attribute(NONCE));
    }

    private static String said(Exception trouble) {
        return String.valueOf(trouble.getMessage());
    }

    private static void refuse(Context request, int status, String words) {
        request.status(status);
        if (request.header("Accept") != null && request.header("Accept").contains("text/html")) {
            request.html(new Page(Words.of("trouble.title"), nonce(request))
                    .with(
                            h1(Words.of("trouble.title")),
                            p(words),
                            p(a(Words.of("page.roadmap")).withHref("/")))
                    .render());
        } else {
            json(request, Map.of("trouble", words));
        }
    }

    private static void json(Context request, Object value) {
        request.contentType(ContentType.APPLICATION_JSON).result(Page.GSON.toJson(value));
    }

    private static Request sent(Context request) {
        if (!String.valueOf(request.contentType()).startsWith("application/json")) {
            throw new Trouble(415, "trouble.json");
        }
        Request sent = Page.GSON.fromJson(request.body(), Request.class);
        if (sent == null
                || sent.changed().stream()
                        .anyMatch(file ->
                                file == null || file.path() == null || file.text() == null || file.version() == null)) {
            throw new Trouble(400, "trouble.json");
        }
        return sent;
    }

    private Room room(Context request) {
        return bench.room(request.pathParam("id"));
    }

    private static String webJar(String library) {
        Properties pom = new Properties();
        try (InputStream in = Server.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
            pom.load(Objects.requireNonNull(in, library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "META-INF/resources/webjars/" + library + "/" + pom.getProperty("version") + "/";
    }

    // What stands still.

    private static void asset(Context request) {
        String name = request.pathParam("name");
        serve(request, "gradus/web/assets/", name);
    }

    private static void library(Context request) {
        String folder = LIBRARIES.get(request.pathParam("library"));
        if (folder == null) {
            throw new Trouble(404, "trouble.page");
        }
        request.header("Cache-Control", "private, max-age=86400");
        serve(request, folder, request.pathParam("path"));
    }

    private static void serve(Context request, String folder, String path) {
        if (!path.matches("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*")) {
            throw new Trouble(404, "trouble.page");
        }
        try (InputStream in = Server.class.getClassLoader().getResourceAsStream(folder + path)) {
            if (in == null) {
                throw new Trouble(404, "trouble.page");
            }
            String type = path.endsWith(".js")
                    ? "text/javascript"
                    : path.endsWith(".css")
                            ? "text/css"
                            : path.endsWith(".woff") ? "font/woff" : "application/octet-stream";
            request.contentType(type + (type.startsWith("text") ? "; charset=utf-8" : ""))
                    .result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Files.

    private void save(Context request) {
        Room room = room(request);
        Optional<Bench.Conflict> conflict = bench.save(room, sent(request).changed());
        answerSaved(request, room, conflict);
    }

    private void answerSaved(Context request, Room room, Optional<Bench.Conflict> conflict) {
        if (conflict.isPresent()) {
            request.status(409);
            json(request, Map.of("conflict", conflict.get().file()));
        } else {
            json(request, Map.of("files", bench.files(room)));
        }
    }

    private void replace(Context request) {
        Room room = room(request);
        Bench.File file = only(request);
        json(request, Map.of("kept", bench.replace(room, file).toString(), "files", bench.files(room)));
    }

    private void keep(Context request) {
        Room room = room(request);
        Bench.File file = only(request);
        json(request, Map.of("kept", bench.keep(room, file).toString(), "files", bench.files(room)));
    }

    private static Bench.File only(Context request) {
        List<Bench.File> files = sent(request).changed();
        if (files.size() != 1) {
            throw new Trouble(400, "trouble.json");
        }
        return files.get(0);
    }

    private void reset(Context request) {
        Room room = room(request);
        bench.reset(room);
        json(request, Map.of("files", bench.files(room)));
    }

    private void solution(Context request) {
        Room room = room(request);
        json(
                request,
                Map.of(
                        "text",
                        RoomClasses.read(room, room.sources()).stream()
                                .map(Source::text)
                                .collect(Collectors.joining("\n"))));
    }

    // Checks.

    /** Saves, then grades. Each check is told when it ends, a line of JSON each; the verdict comes last. */
    private void check(Context request) throws IOException {
        Room room = room(request);
        Request sent = sent(request);
        Optional<Bench.Conflict> conflict = bench.save(room, sent.changed());
        if (conflict.isPresent()) {
            answerSaved(request, room, conflict);
            return;
        }
        request.contentType("application/x-ndjson");
        OutputStream out = request.outputStream();
        line(out, Map.of("files", bench.files(room)));
        Outcome outcome = bench.check(room, sent.tabName(), sent.full(), new Headway() {
            @Override
            public void at(int done, int total, String what) {
                tell(Map.of("done", done, "total", total, "what", what));
            }

            @Override
            public void finished(CheckResult check) {
                tell(Map.of("check", Verdict.html(check)));
            }

            private void tell(Map<String, Object> what) {
                try {
                    line(out, what);
                } catch (IOException e) {
                    bench.cancel(sent.tabName());
                }
            }
        });
        JsonObject verdict = OutcomeJson.of(outcome);
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("outcome", verdict);
        last.put("html", Verdict.html(room, outcome));
        line(out, last);
    }

    private static synchronized void line(OutputStream out, Map<String, ?> what) throws IOException {
        out.write((Page.GSON.toJson(what) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void stop(Context request) {
        bench.cancel(sent(request).tabName());
        json(request, Map.of());
    }

    // Figures.

    private void figure(Context request) throws IOException {
        Request sent = sent(request);
        FigureRun.Result result =
                bench.draw(room(request), sent.values() == null ? Map.of() : sent.values(), sent.reference());
        if (result instanceof FigureRun.Result.Drawn drawn) {
            Drawing drawing = drawn.drawing();
            json(
                    request,
                    Map.of(
                            "picture",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(drawing.png(1.5)),
                            "title",
                            drawing.title(),
                            "description",
                            drawing.description(),
                            "width",
                            drawing.width(),
                            "height",
                            drawing.height()));
        } else {
            json(request, Map.of("reason", ((FigureRun.Result.NotDrawn) result).reason()));
        }
    }

    private void picture(Context request, String format) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        request.queryParamMap().forEach((name, texts) -> values.put(name, texts.get(0)));
        boolean isReference = "true".equals(values.remove("reference-alone"));
        Room room = room(request);
        FigureRun.Result result = bench.draw(room, values, isReference);
        if (!(result instanceof FigureRun.Result.Drawn drawn)) {
            throw new Trouble(409, "trouble.unreadable", ((FigureRun.Result.NotDrawn) result).reason());
        }
        boolean isPng = format.equals("png");
        request.header("Content-Disposition", "attachment; filename=\"" + room.id() + "." + format + "\"")
                .contentType(isPng ? "image/png" : "image/svg+xml")
                .result(isPng ? drawn.drawing().png(2) : drawn.drawing().svg());
    }
}
