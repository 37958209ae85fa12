package gradus.web;

import com.pngencoder.PngEncoder;
import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.kit.figure.Drawing;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Draws figures, tells how training gets on meanwhile, and keeps what each tab drew last, to be downloaded. */
final class Figures {
    private static final int MAX_KEPT = 16;
    private static final double SCALE = 1.5;
    private static final double DOWNLOADED_SCALE = 2;

    private final Bench bench;

    /** By room and tab; the ones longest ago give way. */
    private final Map<String, Drawing> drawn = new LinkedHashMap<>();

    Figures(Bench bench) {
        this.bench = bench;
    }

    void draw(Context request) throws IOException {
        Room room = bench.room(request.pathParam("id"));
        Request sent = Request.of(request);
        FigureRun figure = bench.figure(room);
        try {
            figure.require(sent.chosen());
        } catch (IllegalArgumentException e) {
            throw new Trouble(400, "trouble.parameter", String.valueOf(e.getMessage()));
        }
        if (!figure.isTraining()) {
            Reply.json(request, answer(room, figure, sent, FigureRun.Training.UNHEARD));
            return;
        }
        try (Lines lines = new Lines(request, () -> bench.cancelFigure(sent.tabName()))) {
            lines.tell(answer(room, figure, sent, new Losses(lines)));
        }
    }

    private Map<String, Object> answer(Room room, FigureRun figure, Request sent, FigureRun.Training training)
            throws IOException {
        FigureRun.Result result = bench.draw(room, figure, sent.tabName(), sent.chosen(), sent.reference(), training);
        if (result instanceof FigureRun.Result.NotDrawn not) {
            return Map.of("reason", not.reason());
        }
        Drawing drawing = ((FigureRun.Result.Drawn) result).drawing();
        keep(key(room, sent.tabName()), drawing);
        return Map.of(
                "picture", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(drawing)),
                "title", drawing.title(),
                "description", drawing.description(),
                "width", drawing.width(),
                "height", drawing.height());
    }

    /** Larger than a file need be, and made four times faster: nobody keeps it. */
    private static byte[] png(Drawing drawing) {
        return new PngEncoder()
                .withBufferedImage(drawing.image(SCALE))
                .withCompressionLevel(Deflater.BEST_SPEED)
                .withMultiThreadedCompressionEnabled(false)
                .toBytes();
    }

    private static String key(Room room, String tab) {
        return room.id() + " " + tab;
    }

    private synchronized void keep(String key, Drawing drawing) {
        drawn.remove(key);
        drawn.put(key, drawing);
        if (drawn.size() > MAX_KEPT) {
            drawn.remove(drawn.keySet().iterator().next());
        }
    }

    private synchronized Drawing kept(Room room, Context request) {
        Drawing drawing = drawn.get(key(room, String.valueOf(request.queryParam("tab"))));
        if (drawing == null) {
            throw new Trouble(404, "trouble.drawing");
        }
        return drawing;
    }

    void png(Context request) throws IOException {
        Room room = bench.room(request.pathParam("id"));
        download(request, room, "png", "image/png", kept(room, request).png(DOWNLOADED_SCALE));
    }

    void svg(Context request) throws IOException {
        Room room = bench.room(request.pathParam("id"));
        download(request, room, "svg", "image/svg+xml", kept(room, request).svg());
    }

    private static void download(Context request, Room room, String ending, String type, byte[] picture) {
        request.header("Content-Disposition", "attachment; filename=\"" + room.id() + "." + ending + "\"")
                .contentType(type)
                .result(picture);
    }

    /** Tells the losses of many steps at once: a page cannot show more than a few changes in a second. */
    private static final class Losses implements FigureRun.Training {
        private static final long PAUSE = 100_000_000;

        private final Lines lines;
        private final List<Double> losses = new ArrayList<>();
        private long told = System.nanoTime();

        Losses(Lines lines) {
            this.lines = lines;
        }

        @Override
        public void step(boolean isReference, int done, int total, double loss) {
            losses.add(Double.isFinite(loss) ? loss : null);
            if (done == total || System.nanoTime() - told > PAUSE) {
                lines.tell(Map.of("done", done, "total", total, "isReference", isReference, "losses", losses));
                losses.clear();
                told = System.nanoTime();
            }
        }
    }
}
