package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import gradus.catalogue.Room;
import gradus.grader.workspace.Progress;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Objects;

/** What the learner did so far. */
final class ProgressPage {
    private ProgressPage() {}

    static String of(Bench bench, String nonce) {
        Progress progress = bench.workspace().progress();
        List<Room> begun = bench.checkout().roadmap().rooms().stream()
                .filter(room -> progress.of(room.id()) != null)
                .toList();
        long solved = begun.stream().filter(progress::isSolved).count();
        Page page = new Page(Words.of("page.progress"), nonce)
                .with(
                        h1(Words.of("page.progress")),
                        p(Words.of(
                                "roadmap.count",
                                solved,
                                bench.checkout().roadmap().rooms().size())),
                        RoadmapPage.next(bench));
        return page.with(begun.isEmpty() ? p(Words.of("progress.none")) : begun(begun, progress))
                .with(p(a(Words.of("progress.export"))
                        .withHref("/progress.json")
                        .attr("download", "progress.json")))
                .render();
    }

    private static DomContent begun(List<Room> rooms, Progress progress) {
        return div(table(
                        caption(Words.of("progress.caption")),
                        thead(tr(each(
                                List.of("room", "status", "points", "runs", "hints", "solved"),
                                key -> th(Words.of("progress." + key)).attr("scope", "col")))),
                        tbody(each(rooms, room -> row(room, progress)))))
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", Words.of("progress.caption"));
    }

    private static DomContent row(Room room, Progress progress) {
        Progress.OfRoom done = Objects.requireNonNull(progress.of(room.id()));
        return tr(
                th(a(room.title()).withHref("/rooms/" + room.id())).attr("scope", "row"),
                td(Words.of("status." + progress.word(room.id()))),
                td(done.maxScore() == 0 ? "" : Words.of("verdict.points", done.score(), done.maxScore())),
                td(String.valueOf(done.runs())),
                td(String.valueOf(done.hints())),
                td(done.passed() == null ? "" : done.passed().substring(0, "2026-01-01".length())));
    }
}
