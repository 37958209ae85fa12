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

/** Names that lead to the reports of people. */
final class NameLinks {
    private static final int SHOWN = 12;

    private NameLinks() {}

    static DomContent of(Person person) {
        String file = URLEncoder.encode(PersonReport.file(person), StandardCharsets.UTF_8);
        return a(Elements.name(person)).withHref(ClassReport.PEOPLE + "/" + file);
    }

    /** Of many people the first few are seen at once. */
    static DomContent of(List<Person> people) {
        if (people.size() <= SHOWN + 1) {
            return list(people);
        }
        return span(
                list(people.subList(0, SHOWN)),
                details(
                        summary("and " + (people.size() - SHOWN) + " more"),
                        list(people.subList(SHOWN, people.size()))));
    }

    private static DomContent list(List<Person> people) {
        SpanTag list = span();
        for (int i = 0; i < people.size(); i++) {
            list.with(text(i == 0 ? "" : ", "), of(people.get(i)));
        }
        return list;
    }
}
