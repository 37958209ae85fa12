package gradus.classroom.results.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import gradus.classroom.Assignment;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Titles;
import gradus.kit.figure.CannotDraw;
import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the class has, for who teaches it: first what it misunderstood, then how many points, who is to be looked after,
 * and all the rest. Names lead to the reports of people, in the folder {@link #PEOPLE} beside this one.
 */
final class ClassReport {
    /** The folder with the reports of people. */
    static final String PEOPLE = "people";

    /** The file that says where each score comes from. */
    static final String AUDIT = "audit.jsonl";

    private final Gradebook gradebook;
    private final ClassSummary summary;
    private final Titles titles;

    private ClassReport(Gradebook gradebook, Titles titles) {
        this.gradebook = gradebook;
        this.summary = ClassSummary.of(gradebook);
        this.titles = titles;
    }

    /** Writes a page in HTML that needs no other file. */
    static String of(Gradebook gradebook, Titles titles, Frame frame) {
        return new ClassReport(gradebook, titles).page(frame);
    }

    private String page(Frame frame) {
        Assignment assignment = gradebook.assignment();
        String title = PlainText.line(assignment.title());
        List<DomContent> parts = new ArrayList<>();
        parts.add(h1(title));
        parts.add(p("Due "
                        + Elements.time(
                                assignment.due().toInstant(), assignment.due().getOffset()))
                .withClass("quiet"));
        if (summary.size() == 0) {
            parts.add(p("There is nobody in this class yet."));
        } else {
            parts.add(numbers());
            parts.addAll(new Misunderstood(summary, titles).parts());
            parts.addAll(scores());
            addPeople(parts, "Handed in nothing", summary.missing(), result -> "");
            addPeople(parts, "Late", summary.late(), ClassReport::lateness);
            addPeople(parts, "Not fully graded", summary.waiting(), result -> "");
            summary.rooms().forEach(room -> parts.addAll(new RoomOfClass(room, titles).parts()));
            parts.addAll(everybody());
        }
        return Page.of(
                title + ": the class",
                frame,
                main().with(parts),
                footer(
                        p("Names lead to the reports of people."),
                        p(
                                text("Where each score comes from: "),
                                a("a line of JSON for each person").withHref(AUDIT),
                                text("."))));
    }

    private DomContent numbers() {
        int handedIn = summary.size() - summary.missing().size();
        List<DomContent> numbers = new ArrayList<>();
        numbers.add(Elements.number(handedIn + " of " + summary.size(), "handed in"));
        summary.median()
                .ifPresent(median -> numbers.add(Elements.number(
                        Points.text(median),
                        "median, of " + Elements.counted(gradebook.assignment().points(), "point"))));
        numbers.add(Elements.number(Integer.toString(summary.late().size()), "late"));
        numbers.add(Elements.number(Integer.toString(summary.waiting().size()), "not fully graded"));
        return ul().with(numbers).withClass("numbers");
    }

    private List<DomContent> scores() {
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2("Scores"));
        if (summary.graded().isEmpty()) {
            parts.add(p("Nobody has a score yet."));
            return parts;
        }
        Distribution distribution = Distribution.of(summary);
        try {
            parts.add(Elements.picture(Picture.of(distribution.drawing())));
        } catch (CannotDraw e) {
            parts.add(p(distribution.description()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static String lateness(PersonResult result) {
        return result.handedIn()
                .filter(handedIn -> handedIn.daysLate() > 0)
                .map(ClassReport::lateness)
                .orElse("");
    }

    private static String lateness(HandedIn handedIn) {
        return " " + Elements.counted(handedIn.daysLate(), "day") + " late, " + handedIn.percentOff() + " % off";
    }

    private static void addPeople(
            List<DomContent> parts, String title, List<PersonResult> people, Function<PersonResult, String> how) {
        if (!people.isEmpty()) {
            parts.add(h2(text(title), span(" " + Elements.people(people.size())).withClass("quiet")));
            parts.add(ul(each(
                            people,
                            result -> li(
                                    NameLinks.HERE.of(result.person()),
                                    span(how.apply(result)).withClass("quiet"))))
                    .withClass("people"));
        }
    }

    private List<DomContent> everybody() {
        TrTag header = tr(column("Name"), column("Score").withClass("number"));
        gradebook
                .assignment()
                .rooms()
                .forEach(room -> header.with(column(titles.room(room.room())).withClass("number")));
        header.with(column("Handed in"));
        return List.of(
                h2("Everybody").withId("everybody"),
                section(table(thead(header), tbody(each(gradebook.people(), ClassReport::row))))
                        .withClass("wide")
                        .withTabindex(0)
                        .attr("aria-labelledby", "everybody"));
    }

    static ThTag column(String title) {
        return th(title).attr("scope", "col");
    }

    private static DomContent row(PersonResult result) {
        String state = result.isComplete() ? "" : " so far";
        TrTag row = tr(
                th(NameLinks.HERE.of(result.person())).attr("scope", "row"),
                td(Points.text(result.score()) + state).withClass("number"));
        for (RoomResult room : result.rooms()) {
            row.with(td(room.grade().isPresent() ? Points.text(room.points()) : "–")
                    .withClass("number"));
        }
        String lateness = lateness(result).strip();
        return row.with(td(result.handedIn().isEmpty() ? "nothing" : lateness.isEmpty() ? "in time" : lateness));
    }
}
