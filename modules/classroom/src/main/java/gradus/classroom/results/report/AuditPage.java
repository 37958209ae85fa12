package gradus.classroom.results.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.Deed;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import j2html.tags.DomContent;
import java.time.ZoneOffset;
import java.util.List;

/** Where one person's score comes from, for who teaches alone: the seed is in it. */
final class AuditPage {
    private AuditPage() {}

    /**
     * Writes a page in HTML that needs no other file.
     *
     * @param deeds what was done by hand in the assignment, whomever it concerns
     */
    static String of(Assignment assignment, PersonResult result, List<Deed> deeds, Frame frame) {
        Person person = result.person();
        List<Deed> theirs = deeds.stream()
                .filter(deed -> deed.person().isEmpty() || deed.person().equalsIgnoreCase(person.id()))
                .toList();
        ZoneOffset offset = assignment.due().getOffset();
        String title = PlainText.line(assignment.title()) + ": where the score comes from";
        return Page.of(
                Elements.nameInWords(person) + ", " + title,
                frame,
                main(
                        h1(title),
                        p(Elements.name(person), span(" (" + person.id() + ")").withClass("quiet")),
                        p("For who teaches alone: whoever knows a seed can foresee what the checks ask.")
                                .withClass("callout"),
                        h2("Done by hand").withId("deeds"),
                        theirs.isEmpty() ? p("Nothing was done by hand.") : deeds(theirs, offset),
                        h2("Files, versions, seeds, checks"),
                        Elements.lines(AuditLines.of(assignment, result))));
    }

    private static DomContent deeds(List<Deed> deeds, ZoneOffset offset) {
        return section(table(
                        thead(tr(each(List.of("When", "By", "What", "Points", "Words"), ClassReport::column))),
                        tbody(each(deeds, deed -> row(deed, offset)))))
                .withClass("wide")
                .withTabindex(0)
                .attr("aria-labelledby", "deeds");
    }

    private static DomContent row(Deed deed, ZoneOffset offset) {
        return tr(
                td(Elements.time(deed.when(), offset)),
                td(PlainText.line(deed.by())),
                td(PlainText.line(deed.kind())),
                td(Points.text(deed.points())).withClass("number"),
                td(PlainText.line(deed.words())));
    }
}
