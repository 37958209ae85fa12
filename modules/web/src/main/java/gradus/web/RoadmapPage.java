package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;

import gradus.catalogue.Chapter;
import gradus.catalogue.Entry;
import gradus.catalogue.Room;
import gradus.catalogue.Track;
import gradus.grader.workspace.Progress;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All rooms, by chapters: which are solved, which are ready, and what each stands on. */
final class RoadmapPage {
    private final Bench bench;
    private final Progress progress;
    private final Set<String> solved;

    private RoadmapPage(Bench bench) {
        this.bench = bench;
        this.progress = bench.workspace().progress();
        this.solved = bench.checkout().roadmap().rooms().stream()
                .filter(progress::isSolved)
                .map(Room::id)
                .collect(Collectors.toSet());
    }

    static String of(Bench bench, String nonce) {
        return new RoadmapPage(bench).page(nonce).render();
    }

    private Page page(String nonce) {
        List<Room> rooms = bench.checkout().roadmap().rooms();
        return new Page(Words.of("roadmap.title"), nonce)
                .with(h1(Words.of("roadmap.title")), p(Words.of("roadmap.count", solved.size(), rooms.size())))
                .with(next(bench))
                .with(filters())
                .with(
                        new RoadmapGraph(bench.checkout().roadmap(), this::word).drawn(),
                        p(Words.of("roadmap.graph")).withClass("legend quiet").attr("aria-hidden", "true"))
                .with(each(bench.checkout().roadmap().chapters(), this::chapter))
                .runs("/assets/roadmap.js");
    }

    /** Where to go on. */
    static DomContent next(Bench bench) {
        Progress progress = bench.workspace().progress();
        List<Room> rooms = bench.checkout().roadmap().rooms();
        return progress.ahead(rooms, progress.current()).stream()
                .findFirst()
                .map(room -> p(
                                a(Words.of("roadmap.next", room.title())).withHref("/rooms/" + room.id()),
                                span(Words.of("roadmap.minutes", room.minutes()))
                                        .withClass("quiet"))
                        .withClass("next"))
                .orElseGet(() -> p(Words.of("roadmap.all")));
    }

    private DomContent filters() {
        return form(
                        label(
                                span(Words.of("roadmap.search")),
                                input().withType("search").withId("search").attr("autocomplete", "off")),
                        label(
                                span(Words.of("roadmap.track")),
                                select(
                                                option(Words.of("roadmap.everything"))
                                                        .withValue(""),
                                                each(bench.checkout().roadmap().tracks(), RoadmapPage::track))
                                        .withId("track")),
                        label(input().withType("checkbox").withId("ready"), span(Words.of("roadmap.ready"))),
                        p().withId("found").attr("role", "status").withClass("quiet"))
                .withClass("filters")
                .attr("role", "search");
    }

    private static DomContent track(Track track) {
        return option(track.title()).withValue(String.join(" ", track.chapters()));
    }

    private DomContent chapter(Chapter chapter) {
        long done = chapter.rooms().stream().filter(progress::isSolved).count();
        return section(
                        h2(chapter.title())
                                .withId("chapter-" + chapter.id())
                                .with(span(Words.of(
                                                "roadmap.done",
                                                done,
                                                chapter.entries().size()))
                                        .withClass("quiet")),
                        ol(each(chapter.entries(), this::entry)).withClass("rooms"))
                .withClass("chapter")
                .withData("chapter", chapter.id())
                .attr("aria-labelledby", "chapter-" + chapter.id());
    }

    private DomContent entry(Entry entry) {
        if (entry instanceof Room room) {
            String word = word(room);
            boolean isReady = !solved.contains(room.id()) && solved.containsAll(room.requires());
            return li(
                            a(room.title()).withHref("/rooms/" + room.id()),
                            span(Words.of("status." + word)).withClass("badge word-" + word),
                            points(room),
                            needs(room))
                    .withId("room-" + room.id())
                    .withClass("room")
                    .withData("ready", String.valueOf(isReady))
                    .withData("text", room.id() + " " + room.title());
        }
        return li(span(entry.title()), span(Words.of("status.planned")).withClass("badge word-planned"))
                .withClass("room planned")
                .withData("ready", "false")
                .withData("text", entry.id() + " " + entry.title());
    }

    /** A room that is not begun is ready once all that it stands on is solved. */
    private String word(Room room) {
        String word = progress.word(room.id());
        return word.equals("not-started") && solved.containsAll(room.requires()) ? "ready" : word;
    }

    private DomContent points(Room room) {
        Progress.OfRoom done = progress.of(room.id());
        return done == null || done.maxScore() == 0
                ? span(Words.of("roadmap.effort", room.level(), room.minutes())).withClass("quiet")
                : span(Words.of("verdict.points", done.score(), done.maxScore()))
                        .withClass("quiet");
    }

    private DomContent needs(Room room) {
        List<Room> needed = room.requires().stream()
                .flatMap(id -> bench.checkout().roadmap().room(id).stream())
                .toList();
        return needed.isEmpty()
                ? span()
                : div(
                                span(Words.of("roadmap.needs") + " "),
                                each(
                                        needed,
                                        other -> span(a(other.title()).withHref("/rooms/" + other.id()))
                                                .withClass("need")))
                        .withClass("needs quiet");
    }
}
