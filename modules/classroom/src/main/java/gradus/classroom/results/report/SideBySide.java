package gradus.classroom.results.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import gradus.classroom.results.PlainText;
import gradus.classroom.similar.Candidate;
import gradus.classroom.similar.Match;
import gradus.classroom.similar.Place;
import gradus.classroom.similar.RoomFindings.Alike;
import gradus.grader.source.Source;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of two people beside each other. Matches have a number, which both sides show, besides their colour: who
 * sees no colours, or hears the page, finds them too.
 *
 * @param id where it is on the page
 */
record SideBySide(Alike pair, String id) {
    private static final int MAX_LINES = 3000;

    /** As they stand with the first of the two. */
    private static final Comparator<Match> IN_ORDER = Comparator.comparing(
                    (Match match) -> match.first().file())
            .thenComparing(match -> match.first().first())
            .thenComparing(match -> match.second().first());

    /** A match as one of the two sees it. */
    private record Half(int number, Place here, Place there) {}

    /** A part of the page that opens. */
    DomContent of(DomContent... title) {
        return details(
                        summary(title),
                        div(side(pair.first(), pair.second(), true), side(pair.second(), pair.first(), false))
                                .withClass("beside"))
                .withId(id);
    }

    private DomContent side(Candidate whose, Candidate other, boolean isFirst) {
        List<DomContent> parts = new ArrayList<>();
        for (int file = 0; file < whose.sources().size(); file++) {
            Source source = whose.sources().get(file);
            parts.add(h4(Elements.name(whose.person()), text(": " + PlainText.line(source.fileName()))));
            addLines(parts, source, halves(file, isFirst), other, isFirst);
        }
        return section().with(parts);
    }

    private List<Half> halves(int file, boolean isFirst) {
        List<Half> halves = new ArrayList<>();
        List<Match> matches = pair.matches().stream().sorted(IN_ORDER).toList();
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            Half half = isFirst
                    ? new Half(i + 1, match.first(), match.second())
                    : new Half(i + 1, match.second(), match.first());
            if (half.here().file() == file) {
                halves.add(half);
            }
        }
        halves.sort(Comparator.comparing((Half half) -> half.here().first()).thenComparing(Half::number));
        return halves;
    }

    /** Lines that belong to two matches stand with the one that begins first. */
    private void addLines(List<DomContent> parts, Source source, List<Half> halves, Candidate other, boolean isFirst) {
        List<String> lines = source.text().lines().limit(MAX_LINES).toList();
        int next = 1;
        for (Half half : halves) {
            int first = Math.max(next, half.here().first());
            addCode(parts, lines, next, first - 1);
            DomContent heading = p(
                            text("Match " + half.number() + ": "),
                            a(other.where(half.there()) + " on the other side").withHref("#" + anchor(half, !isFirst)))
                    .withClass("match")
                    .withId(anchor(half, isFirst));
            int last = Math.max(first - 1, half.here().last());
            parts.add(div(heading, code(lines, first, last)).withClass("matching"));
            next = Math.max(next, last + 1);
        }
        addCode(parts, lines, next, lines.size());
        if (source.text().lines().count() > lines.size()) {
            parts.add(p("Lines after line " + lines.size() + " are not shown.").withClass("quiet"));
        }
    }

    private String anchor(Half half, boolean isFirst) {
        return id + (isFirst ? "left" : "right") + half.number();
    }

    private static void addCode(List<DomContent> parts, List<String> lines, int first, int last) {
        if (first <= Math.min(last, lines.size())) {
            parts.add(code(lines, first, last));
        }
    }

    /** Lines with their numbers. */
    private static DomContent code(List<String> lines, int first, int last) {
        StringBuilder code = new StringBuilder();
        for (int number = first; number <= Math.min(last, lines.size()); number++) {
            code.append(String.format("%4d  %s\n", number, PlainText.words(lines.get(number - 1))));
        }
        return pre(code.toString());
    }
}
