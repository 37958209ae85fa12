package gradus.classroom.results.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.ClassSummary.CheckCount;
import gradus.classroom.results.ClassSummary.MistakeCount;
import gradus.classroom.results.ClassSummary.RoomSummary;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Titles;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes of a class: which, how many, who; and the checks that most missed, whether or not it is known why. */
record Misunderstood(ClassSummary summary, Titles titles) {
    private static final int MOST_MISSED = 5;

    private record Missed(String room, CheckCount count) {}

    List<DomContent> parts() {
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2("What the class misunderstood"));
        List<Missed> missed = missed();
        if (summary.rooms().stream().allMatch(room -> room.graded() == 0)) {
            parts.add(p("Nothing is graded yet."));
        } else if (!summary.mistakes().isEmpty()) {
            parts.add(ol(each(summary.mistakes(), this::mistake)).withClass("ranked"));
        } else if (missed.isEmpty()) {
            parts.add(p("Nothing: all checks passed for all whose work is graded."));
        } else {
            parts.add(p("No mistake was recognised that the rooms describe. The checks say where points were lost."));
        }
        if (!missed.isEmpty()) {
            parts.add(h3("Checks that most missed"));
            parts.add(ol(each(missed, this::check)).withClass("ranked"));
        }
        return parts;
    }

    private DomContent mistake(MistakeCount mistake) {
        int graded = summary.rooms().stream()
                .filter(room -> room.assigned().room().equals(mistake.room()))
                .mapToInt(RoomSummary::graded)
                .sum();
        return Ranked.line(
                mistake.people().size(),
                graded,
                p(PlainText.line(mistake.says())),
                div(text(titles.room(mistake.room()) + ": "), NameLinks.HERE.of(mistake.people()))
                        .withClass("quiet"));
    }

    private List<Missed> missed() {
        return summary.rooms().stream()
                .flatMap(room -> room.checks().stream()
                        .map(count -> new Missed(room.assigned().room(), count)))
                .filter(missed -> missed.count().missed() > 0)
                .sorted(Comparator.comparing(missed -> -missed.count().missed()))
                .limit(MOST_MISSED)
                .toList();
    }

    private DomContent check(Missed missed) {
        CheckGrade check = missed.count().check();
        return Ranked.check(
                missed.count(), titles.room(missed.room()) + ", " + titles.stage(missed.room(), check.stage()));
    }
}
