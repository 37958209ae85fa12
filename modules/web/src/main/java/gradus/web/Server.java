package gradus.web;

import com.google.gson.JsonParseException;
import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.ServerConnector;

/** What the pages ask for, over HTTP. */
final class Server implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";
    private static final long MAX_BODY = 4_000_000;
    private static final int MAX_PER_SECOND = 100;

    private final Bench bench;
    private final Guard guard;
    private final Figures figures;
    private final Javalin javalin;

    /**
     * @param port that is free
     * @param hasVersion6 whether this machine has the loopback address of IPv6
     */
    Server(Bench bench, int port, boolean hasVersion6) {
        this.bench = bench;
        this.guard = new Guard(port);
        this.figures = new Figures(bench);
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
            for (String host : List.of(LOOPBACK, LOOPBACK_6)) {
                config.jetty.addConnector((server, http) -> {
                    ServerConnector connector = new ServerConnector(server);
                    connector.setHost(host);
                    connector.setPort(port);
                    return connector;
                });
            }
        }
        config.registerPlugin(new RateLimitPlugin());
        config.routes
                .before(request -> {
                    guard.protect(request, Reply.newNonce(request));
                    guard.check(request);
                    request.with(RateLimitPlugin.class).requestPerTimeUnit(MAX_PER_SECOND, TimeUnit.SECONDS);
                })
                .get("/enter", request -> {
                    guard.letIn(request);
                    request.redirect("/");
                })
                .get("/", request -> request.html(RoadmapPage.of(bench, Reply.nonce(request))))
                .get("/progress", request -> request.html(ProgressPage.of(bench, Reply.nonce(request))))
                .get(
                        "/progress.json",
                        request -> Reply.json(request, bench.workspace().progress()))
                .get("/assets/{name}", Assets::own)
                .get("/lib/{library}/<path>", Assets::library)
                .get(
                        "/rooms/{id}",
                        request -> request.html(
                                RoomPage.of(bench, bench.start(request.pathParam("id")), Reply.nonce(request))))
                .get("/rooms/{id}/files", request -> Reply.json(request, bench.files(room(request))))
                .post("/rooms/{id}/files", this::save)
                .post("/rooms/{id}/replace", this::replace)
                .post("/rooms/{id}/keep", this::keep)
                .post("/rooms/{id}/reset", this::reset)
                .post("/rooms/{id}/check", new Checking(bench)::check)
                .post("/rooms/{id}/stop", request -> stop(request, bench::cancel))
                .post("/rooms/{id}/hint", request -> Reply.json(request, RoomPage.hints(bench, room(request))))
                .post("/rooms/{id}/solution", this::solution)
                .post("/rooms/{id}/figure", figures::draw)
                .post("/rooms/{id}/figure/stop", request -> stop(request, bench::cancelFigure))
                .get("/rooms/{id}/figure.png", figures::png)
                .get("/rooms/{id}/figure.svg", figures::svg)
                .exception(Trouble.class, (trouble, request) -> Reply.refuse(request, trouble.status(), said(trouble)))
                .exception(
                        JsonParseException.class,
                        (trouble, request) -> Reply.refuse(request, 400, Words.of("trouble.json")))
                .exception(HttpResponseException.class, Server::refuse)
                .exception(Exception.class, (fault, request) -> {
                    fault.printStackTrace();
                    Reply.refuse(request, 500, Words.of("trouble.fault", fault.toString()));
                });
    }

    private static String said(Exception trouble) {
        return String.valueOf(trouble.getMessage());
    }

    private static void refuse(HttpResponseException trouble, Context request) {
        String key = switch (trouble.getStatus()) {
            case 404 -> "trouble.page";
            case 413 -> "trouble.large";
            case 429 -> "trouble.many";
            default -> "trouble.json";
        };
        Reply.refuse(request, trouble.getStatus(), Words.of(key));
    }

    private Room room(Context request) {
        return bench.room(request.pathParam("id"));
    }

    private void save(Context request) {
        Room room = room(request);
        bench.save(room, Request.of(request).changed())
                .ifPresentOrElse(
                        conflict -> Reply.conflict(request, conflict),
                        () -> Reply.json(request, Map.of("files", bench.files(room))));
    }

    private void replace(Context request) {
        Room room = room(request);
        Bench.File file = only(request);
        Reply.json(request, Map.of("kept", bench.replace(room, file).toString(), "files", bench.files(room)));
    }

    private void keep(Context request) {
        Room room = room(request);
        Bench.File file = only(request);
        Reply.json(request, Map.of("kept", bench.keep(room, file).toString(), "files", bench.files(room)));
    }

    private static Bench.File only(Context request) {
        List<Bench.File> files = Request.of(request).changed();
        if (files.size() != 1) {
            throw new Trouble(400, "trouble.json");
        }
        return files.get(0);
    }

    private void reset(Context request) {
        Room room = room(request);
        bench.reset(room);
        Reply.json(request, Map.of("files", bench.files(room)));
    }

    private static void stop(Context request, Consumer<String> work) {
        work.accept(Request.of(request).tabName());
        Reply.json(request, Map.of());
    }

    private void solution(Context request) {
        Room room = room(request);
        Reply.json(
                request,
                Map.of(
                        "text",
                        RoomClasses.read(room, room.sources()).stream()
                                .map(Source::text)
                                .collect(Collectors.joining("\n"))));
    }
}
