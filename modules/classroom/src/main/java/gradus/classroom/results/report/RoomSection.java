package gradus.classroom.results.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Titles;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One room in somebody's report.
 *
 * @param isComplete whether all that was handed in is graded
 */
record RoomSection(RoomResult room, Titles titles, boolean isComplete) {
    List<DomContent> parts(Optional<Picture> picture) {
        String title = titles.room(room.assigned().room());
        String points = Elements.points(room.points(), room.assigned().points());
        List<DomContent> parts = new ArrayList<>();
        room.grade()
                .ifPresentOrElse(
                        grade -> {
                            parts.add(h2(
                                    text(title + " "),
                                    Elements.badge(grade.outcome()),
                                    span(" " + points + own(grade)).withClass("quiet")));
                            parts.addAll(parts(grade, picture));
                        },
                        () -> {
                            parts.add(h2(text(title), span(" " + points).withClass("quiet")));
                            parts.add(p(
                                    isComplete
                                            ? "Nothing was handed in for this room."
                                            : "There is no grade for this room yet."));
                        });
        return parts;
    }

    /** The room's own points, where the gradebook counts others. */
    private String own(RoomGrade grade) {
        return grade.maxScore() == room.assigned().points()
                ? ""
                : ", for " + grade.score() + " of " + grade.maxScore() + " in the room";
    }

    private List<DomContent> parts(RoomGrade grade, Optional<Picture> picture) {
        List<DomContent> parts = new ArrayList<>();
        grade.reason().lines().forEach(line -> parts.add(p(PlainText.line(line))));
        grade.misconceptions()
                .forEach(misconception ->
                        parts.add(div(p(PlainText.line(misconception.says()))).withClass("callout")));
        addLines(parts, "What does not compile", grade.problems());
        addLines(parts, "What a room does not allow", grade.refusals());
        picture.map(Elements::picture).ifPresent(parts::add);
        Map<Integer, List<CheckGrade>> stages = grade.checks().stream()
                .collect(Collectors.groupingBy(CheckGrade::stage, TreeMap::new, Collectors.toList()));
        stages.forEach((stage, checks) -> {
            parts.add(h3(
                    text(titles.stage(grade.room(), stage)),
                    span(" " + earned(checks) + " of " + possible(checks)).withClass("quiet")));
            parts.add(ul(each(checks, RoomSection::item)).withClass("checks"));
        });
        return parts;
    }

    private static void addLines(List<DomContent> parts, String title, List<String> texts) {
        if (!texts.isEmpty()) {
            parts.add(h3(title));
            texts.forEach(text -> parts.add(Elements.lines(text)));
        }
    }

    private static int earned(List<CheckGrade> checks) {
        return possible(checks.stream().filter(CheckGrade::isPassed).toList());
    }

    private static int possible(List<CheckGrade> checks) {
        return checks.stream().mapToInt(CheckGrade::points).sum();
    }

    private static DomContent item(CheckGrade check) {
        LiTag item = li(
                Elements.badge(check.status()),
                text(" " + PlainText.line(check.title())),
                span(" " + Elements.counted(check.points(), "point")).withClass("quiet"));
        if (check.hidden()) {
            item.with(span(", hidden check").withClass("quiet"));
        }
        if (!check.message().isEmpty()) {
            item.with(Elements.lines(check.message()));
        }
        check.notes().forEach(note -> item.with(p(PlainText.line(note))));
        return item;
    }
}
