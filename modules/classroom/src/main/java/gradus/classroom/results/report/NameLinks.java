package gradus.classroom.results.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import gradus.classroom.Person;
import j2html.tags.DomContent;
import j2html.tags.specialized.SpanTag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names that lead to the reports of people.
 *
 * @param report path of the report's folder, from the page: empty, or with a slash at its end
 */
record NameLinks(String report) {
    /** Of a page in the report's folder. */
    static final NameLinks HERE = new NameLinks("");

    private static final int SHOWN = 12;

    /** Path of somebody's page in a folder of the report, as it stands in links. */
    static String path(String folder, Person person) {
        return folder + "/" + URLEncoder.encode(PersonReport.file(person), StandardCharsets.UTF_8);
    }

    DomContent of(Person person) {
        return a(Elements.name(person)).withHref(report + path(ClassReport.PEOPLE, person));
    }

    /** Of many people the first few are seen at once. */
    DomContent of(List<Person> people) {
        if (people.size() <= SHOWN + 1) {
            return list(people);
        }
        return span(
                list(people.subList(0, SHOWN)),
                details(
                        summary("and " + (people.size() - SHOWN) + " more"),
                        list(people.subList(SHOWN, people.size()))));
    }

    private DomContent list(List<Person> people) {
        SpanTag list = span();
        for (int i = 0; i < people.size(); i++) {
            list.with(text(i == 0 ? "" : ", "), of(people.get(i)));
        }
        return list;
    }
}
