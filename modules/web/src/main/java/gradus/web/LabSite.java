package gradus.web;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the lab's pages ask for, over HTTP. */
final class LabSite implements Site {
    private final Bench bench;
    private final Figures figures;

    LabSite(Bench bench) {
        this.bench = bench;
        this.figures = new Figures(bench);
    }

    @Override
    public String command() {
        return "gradus open";
    }

    @Override
    public String first() {
        return "/";
    }

    @Override
    public void refuse(Context request, int status, String words) {
        Reply.refuse(request, status, words);
    }

    @Override
    public void close() {
        bench.close();
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/", request -> request.html(RoadmapPage.of(bench, Reply.nonce(request))))
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
                .get("/rooms/{id}/figure.svg", figures::svg);
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
