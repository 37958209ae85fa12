package gradus.classroom.results.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import gradus.classroom.results.ClassSummary.CheckCount;
import gradus.classroom.results.ClassSummary.RoomSummary;
import gradus.classroom.results.Titles;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a room went: outcomes, the median, and each check by how many missed it. */
record RoomOfClass(RoomSummary room, Titles titles) {
    List<DomContent> parts() {
        String id = room.assigned().room();
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2(titles.room(id)));
        if (room.median().isEmpty()) {
            parts.add(p("Nobody has a grade in this room."));
            return parts;
        }
        parts.add(p(Elements.people(room.graded()) + " graded, median "
                + Elements.points(room.median().getAsDouble(), room.assigned().points())
                + ". Outcomes: " + Ranked.counts(room.outcomes()) + "."));
        Map<Integer, List<CheckCount>> stages = room.checks().stream()
                .collect(Collectors.groupingBy(count -> count.check().stage(), TreeMap::new, Collectors.toList()));
        stages.forEach((stage, checks) -> {
            parts.add(h3(titles.stage(id, stage)));
            parts.add(ul(each(checks, RoomOfClass::check)).withClass("ranked"));
        });
        return parts;
    }

    private static DomContent check(CheckCount count) {
        return Ranked.check(
                count, Ranked.counts(count.statuses()) + (count.check().hidden() ? ", hidden check" : ""));
    }
}
