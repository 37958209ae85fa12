package gradus.classroom.results.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;

import gradus.classroom.results.ClassSummary.CheckCount;
import gradus.classroom.results.PlainText;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of a ranking: how many of how many, as a bar too, and of what. */
final class Ranked {
    private Ranked() {}

    static DomContent line(int part, int whole, DomContent... what) {
        int percent = whole == 0 ? 0 : Math.round(100f * part / whole);
        return li(
                div(
                        span(part + " of " + whole).withClass("share"),
                        tag("svg")
                                .with(tag("rect").attr("width", percent + "%").attr("height", "100%"))
                                .attr("class", "bar")
                                .attr("aria-hidden", "true")),
                div(what));
    }

    /** How many missed a check. */
    static DomContent check(CheckCount count, String below) {
        return line(
                count.missed(),
                count.run(),
                p(PlainText.line(count.check().title())),
                span(below).withClass("quiet"));
    }

    /** Such as {@code 4 failed, 1 not attempted}: the commonest first. */
    static String counts(Map<String, Integer> words) {
        return words.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue() + " " + Elements.inWords(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
