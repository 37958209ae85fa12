package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.option;
import static j2html.TagCreator.output;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.textarea;

import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.workspace.Progress;
import gradus.kit.figure.Parameter;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;

/** A room: its statement, the learner's files, what the checks say, hints, and the figure. */
final class RoomPage {
    private final Bench bench;
    private final Room room;

    private RoomPage(Bench bench, Room room) {
        this.bench = bench;
        this.room = room;
    }

    static String of(Bench bench, Room room, String nonce) {
        return new RoomPage(bench, room).page(nonce).render();
    }

    private Page page(String nonce) {
        Page page = new Page(room.title(), nonce)
                .with(div(
                                div(head(), article(rawHtml(Statement.html(room.statement()))))
                                        .withClass("reading"),
                                div(work(), hints()).withClass("working"))
                        .withClass("room-page"))
                .with(room.figure().isPresent() ? picture(bench.figure(room)) : span())
                .data("files", bench.files(room))
                .data("words", Words.startingWith("script."));
        return page.runs("/assets/mathjax.js")
                .runs("/lib/mathjax/es5/tex-chtml.js")
                .runs("/lib/codemirror/lib/codemirror.js")
                .runs("/lib/codemirror/mode/clike/clike.js")
                .runs("/lib/codemirror/addon/edit/matchbrackets.js")
                .runs("/lib/codemirror/addon/edit/closebrackets.js")
                .runs("/assets/room.js");
    }

    private DomContent head() {
        Progress.OfRoom done = bench.workspace().progress().of(room.id());
        List<Room> needed = bench.checkout().roadmap().rooms().stream()
                .filter(other -> room.requires().contains(other.id()))
                .toList();
        List<Room> leads = bench.checkout().roadmap().rooms().stream()
                .filter(other -> other.requires().contains(room.id()))
                .toList();
        return div(
                h1(room.title()),
                p(
                                span(Words.of("roadmap.effort", room.level(), room.minutes())),
                                span(
                                        done == null || done.maxScore() == 0
                                                ? ""
                                                : " · " + Words.of("room.best", done.score(), done.maxScore())))
                        .withClass("quiet"),
                others("roadmap.needs", needed),
                others("room.leads", leads));
    }

    private static DomContent others(String key, List<Room> rooms) {
        return rooms.isEmpty()
                ? span()
                : p(
                                span(Words.of(key) + " "),
                                each(
                                        rooms,
                                        other -> span(a(other.title()).withHref("/rooms/" + other.id()))
                                                .withClass("need")))
                        .withClass("quiet");
    }

    private DomContent work() {
        List<Bench.File> files = bench.files(room);
        return section(
                        h2(Words.of("room.code")).withId("code-title"),
                        div(each(
                                        files,
                                        file -> button(name(file))
                                                .withType("button")
                                                .withClass("tab")
                                                .withData("path", file.path())))
                                .withClass(files.size() > 1 ? "tabs" : "tabs single"),
                        each(
                                files,
                                file -> div(textarea(file.text())
                                                .withClass("source")
                                                .withData("path", file.path())
                                                .attr("aria-label", Words.of("room.editor", name(file)))
                                                .attr("spellcheck", "false"))
                                        .withClass("editor")),
                        p(Words.of("room.keys")).withClass("quiet"),
                        div(
                                        button(Words.of("room.check"))
                                                .withId("check")
                                                .withClass("primary")
                                                .withType("button"),
                                        button(Words.of("room.full"))
                                                .withId("full")
                                                .withType("button"),
                                        button(Words.of("room.stop"))
                                                .withId("stop")
                                                .withType("button")
                                                .attr("hidden"),
                                        button(Words.of("room.reset"))
                                                .withId("reset")
                                                .withType("button"))
                                .withClass("buttons"),
                        p().withId("state").attr("role", "status").attr("aria-live", "polite"),
                        div().withId("conflict").attr("role", "alert"),
                        div().withId("verdict").withClass("verdict").attr("aria-live", "polite"))
                .attr("aria-labelledby", "code-title");
    }

    private static String name(Bench.File file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private DomContent hints() {
        List<String> all = room.hints();
        List<String> shown = bench.hints(room);
        return section(
                        h2(Words.of("room.hints")).withId("hints-title"),
                        ol(each(shown, hint -> li(rawHtml(Statement.html(hint)))))
                                .withId("hints"),
                        div(
                                        button(Words.of("room.hint", shown.size(), all.size()))
                                                .withId("hint")
                                                .withType("button")
                                                .withData("all", String.valueOf(all.size())),
                                        button(Words.of("room.solution"))
                                                .withId("solution")
                                                .withType("button"))
                                .withClass("buttons"),
                        div().withId("reference"))
                .attr("aria-labelledby", "hints-title");
    }

    private DomContent picture(FigureRun figure) {
        return section(
                        h2(Words.of("room.figure")).withId("figure-title"),
                        div(each(figure.parameters(), parameter -> parameter(parameter, figure.isTraining())))
                                .withId("parameters")
                                .withClass("parameters"),
                        figure.isTraining() ? training() : span(),
                        figure(
                                        img().withId("picture").withAlt(""),
                                        figcaption().withId("description").attr("aria-live", "polite"))
                                .withId("figure"),
                        div(
                                        label(
                                                input().withType("checkbox").withId("only-reference"),
                                                span(Words.of("room.reference"))),
                                        span(
                                                        a(Words.of("room.png"))
                                                                .withId("png")
                                                                .attr("download"),
                                                        a(Words.of("room.svg"))
                                                                .withId("svg")
                                                                .attr("download"))
                                                .withId("downloads")
                                                .withClass("buttons")
                                                .attr("hidden"))
                                .withClass("buttons"))
                .withClass("figure-section")
                .attr("aria-labelledby", "figure-title");
    }

    /** What begins and ends a training run, and shows its loss meanwhile. */
    private static DomContent training() {
        return div(
                        div(
                                        button(Words.of("room.train"))
                                                .withId("train")
                                                .withClass("primary")
                                                .withType("button"),
                                        button(Words.of("room.stop"))
                                                .withId("train-stop")
                                                .withType("button")
                                                .attr("hidden"))
                                .withClass("buttons"),
                        p().withId("training").attr("role", "status"),
                        tag("svg")
                                .withId("loss")
                                .attr("viewBox", "0 0 600 160")
                                .attr("role", "img")
                                .attr("aria-label", Words.of("room.loss"))
                                .attr("hidden")
                                .with(
                                        tag("polyline").withClass("yours"),
                                        tag("polyline").withClass("reference")))
                .withClass("training");
    }

    private static DomContent parameter(Parameter parameter, boolean isTraining) {
        String id = "parameter-" + parameter.name();
        if (parameter instanceof Parameter.Range range) {
            return div(
                            label(
                                    span(range.label()),
                                    input().withType("range")
                                            .withId(id)
                                            .withName(range.name())
                                            .withMin(text(range.min()))
                                            .withMax(text(range.max()))
                                            .withStep(text(range.step()))
                                            .withValue(range.initialText()),
                                    output(range.initialText() + (range.unit().isEmpty() ? "" : " " + range.unit()))
                                            .withData("unit", range.unit())),
                            range.countsIterations() && !isTraining ? player(range) : span())
                    .withClass("parameter");
        }
        if (parameter instanceof Parameter.Choice choice) {
            return label(
                    span(choice.label()),
                    select(each(
                                    choice.choices(),
                                    text -> text.equals(choice.initial())
                                            ? option(text).withValue(text).attr("selected")
                                            : option(text).withValue(text)))
                            .withId(id)
                            .withName(choice.name()));
        }
        Parameter.Csv csv = (Parameter.Csv) parameter;
        return div(
                        label(
                                span(csv.label() + " (CSV)"),
                                input().withType("file")
                                        .withAccept(".csv,.tsv,.txt,text/csv")
                                        .withId(id)
                                        .withData("csv", csv.name())
                                        .withData("max", String.valueOf(Parameter.Csv.MAX_LENGTH))
                                        .attr("aria-describedby", id + "-rule")),
                        span(Words.of("room.table")).withId(id + "-rule").withClass("quiet"),
                        button(Words.of("room.table.none"))
                                .withType("button")
                                .withClass("own-data-none")
                                .attr("hidden"))
                .withClass("parameter");
    }

    /** Goes through the iterations of an algorithm, one by one or by itself. */
    private static DomContent player(Parameter.Range range) {
        return span(
                        button("−")
                                .withType("button")
                                .withData("by", "-1")
                                .attr("aria-label", Words.of("room.back", range.label())),
                        button("+")
                                .withType("button")
                                .withData("by", "1")
                                .attr("aria-label", Words.of("room.forth", range.label())),
                        button(Words.of("room.play"))
                                .withType("button")
                                .withClass("play")
                                .attr("aria-pressed", "false")
                                .attr("aria-label", Words.of("room.play.what", range.label())))
                .withClass("player")
                .withData("for", "parameter-" + range.name());
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** Hints as a page shows them. */
    static Map<String, Object> hints(Bench bench, Room room) {
        List<String> shown = bench.nextHint(room);
        return Map.of(
                "html", shown.stream().map(Statement::html).toList(),
                "label", Words.of("room.hint", shown.size(), room.hints().size()));
    }
}
